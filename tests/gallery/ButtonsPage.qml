import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

Page {
    implicitHeight: 1900

    PrimaryButton { text: "Finish"; Layout.fillWidth: true }
    PrimaryButton { text: "Send now"; iconName: "sync"; Layout.fillWidth: true }
    PrimaryButton { text: "Sending 2 of 3"; busy: true; Layout.fillWidth: true }
    PrimaryButton { text: "Ask the 3-month questions"; iconName: "assignment"; enabled: false; Layout.fillWidth: true }
    RowLayout {
        spacing: Theme.spacing12
        SecondaryButton { text: "Call"; iconName: "call"; compact: true; Layout.fillWidth: true; Layout.preferredWidth: 1 }
        SecondaryButton { text: "Way there"; iconName: "location_on"; compact: true; Layout.fillWidth: true; Layout.preferredWidth: 1 }
    }
    RowLayout {
        SecondaryButton { text: "Back"; Layout.fillWidth: true; Layout.preferredWidth: 1 }
        PlainButton { text: "Rather not say"; soft: true; Layout.fillWidth: true; Layout.preferredWidth: 1 }
    }
    PlainButton { text: "Forgot your PIN?"; Layout.alignment: Qt.AlignHCenter }
    DangerButton { text: "Something worries me"; iconName: "gpp_maybe"; Layout.fillWidth: true }
    DangerButton { text: "Remove this goal"; solid: true; Layout.fillWidth: true }
    Card {
        solid: true
        Layout.fillWidth: true
        RowLayout {
            spacing: Theme.spacing16
            Icon { name: "shield"; size: 26; color: Theme.inkOnPrimary }
            ColumnLayout {
                spacing: 2
                AppText { text: "You are with Margaret Ellis"; kind: AppText.Strong; color: Theme.inkOnPrimary; Layout.fillWidth: true }
                AppText { text: "Started 10:02 · check out by 11:30"; kind: AppText.Secondary; color: Theme.inkOnPrimary; Layout.fillWidth: true }
            }
        }
        GridLayout {
            columns: Theme.textScale > 1.4 ? 1 : 2
            PrimaryButton { text: "Finish visit"; inverted: true; compact: true; Layout.fillWidth: true; Layout.preferredWidth: 3 }
            SecondaryButton { text: "I need longer"; inverted: true; compact: true; Layout.fillWidth: true; Layout.preferredWidth: 2 }
        }
    }
    Flow {
        spacing: 0
        Layout.fillWidth: true
        IconButton { text: "Call"; iconName: "call" }
        IconButton { text: "Map"; iconName: "location_on"; focus: true }
        IconButton { text: "More"; iconName: "more_vert" }
        IconButton { text: "Bus"; iconName: "directions_bus"; tone: Tone.Info }
    }
    Flow {
        spacing: Theme.spacing8
        Layout.fillWidth: true
        StatusChip { text: "3 to send"; tone: Tone.Attention; iconName: "cloud_off" }
        StatusChip { text: "All received"; tone: Tone.Good }
        StatusChip { text: "Sending 2 of 3"; tone: Tone.Neutral; iconName: "sync" }
        StatusChip { text: "Needs a look"; tone: Tone.Problem }
        TagChip { text: "Review due"; tone: Tone.Attention }
        TagChip { text: "Bowls club"; iconName: "signpost" }
        TagChip { text: "Goal 1: some progress"; iconName: "outlined_flag" }
        TagChip { text: "Due Thu"; tone: Tone.Attention; large: true }
    }
    FloatingButton { text: "Record"; Layout.alignment: Qt.AlignRight; Layout.margins: 8 }
    FloatingButton { text: "New person"; iconName: "person_add"; Layout.alignment: Qt.AlignRight; Layout.margins: 8 }
    PrimaryButton { id: focused; text: "Where the keyboard is"; Layout.fillWidth: true }
    Component.onCompleted: focused.forceActiveFocus(Qt.TabFocusReason)
}

import QtQuick
import QtQuick.Layouts

// One step among several that follow each other, with the day it happened.
Pressable {
    id: control

    enum Mark {
        Open,
        Done,
        Current,
        Failed
    }

    property string title
    property string trailingText
    property int mark: RadioRow.Open
    property bool divider: false

    text: trailingText.length > 0 ? title + ", " + trailingText : title
    implicitWidth: 280
    implicitHeight: Math.max(Theme.touchTarget, row.implicitHeight + 2 * verticalPadding)
    verticalPadding: Theme.spacing8
    radius: Theme.radiusSmall
    leftInset: -Theme.spacing8
    rightInset: -Theme.spacing8
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: mark === RadioRow.Current || mark === RadioRow.Done

    RowLayout {
        id: row

        x: control.leftPadding
        y: control.topPadding
        width: control.availableWidth
        height: control.availableHeight
        spacing: Theme.spacing12

        Icon {
            name: ["radio_button_unchecked", "check_circle", "radio_button_checked", "highlight_off"][control.mark]
            color: [Theme.softInk, Theme.good, Theme.primary, Theme.softInk][control.mark]
            Layout.alignment: Qt.AlignVCenter
        }

        WordsPair {
            first: control.title
            second: control.trailingText
            large: true
            firstStrong: control.mark === RadioRow.Current
            Layout.fillWidth: true
        }
    }

    Divider {
        visible: control.divider
        width: parent.width
        anchors.bottom: parent.bottom
    }
}

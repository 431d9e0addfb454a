pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// How the app looks, and which phone this is.
Page {
    id: page

    required property SettingsViewModel viewModel

    signal leaveAsked
    signal lockAsked

    title: qsTr("Settings")
    header: TopBar {
        title: qsTr("Settings")
        Layout.fillWidth: true
        onDismissed: page.leaveAsked()
    }

    AppText {
        text: qsTr("Colours")
        kind: AppText.SectionHeader
        Layout.leftMargin: Theme.spacing4
    }

    Card {
        spacing: 0
        Layout.fillWidth: true

        Repeater {
            model: [qsTr("As the phone has it"), qsTr("Light"), qsTr("Dark")]

            PickRow {
                required property int index
                required property string modelData

                objectName: "colours_" + index
                title: modelData
                selected: page.viewModel.colours === index
                divider: index < 2
                Layout.fillWidth: true
                onClicked: page.viewModel.colours = index
            }
        }
    }

    FormSection {
        label: qsTr("Size of text")
        Layout.fillWidth: true

        ChipGroup {
            label: qsTr("Size of text")
            Layout.fillWidth: true

            Repeater {
                model: [1, 1.25, 1.5, 2]

                Chip {
                    required property int index
                    required property real modelData

                    objectName: "textScale_" + index
                    text: qsTr("%1 %").arg(Math.round(modelData * 100))
                    selected: page.viewModel.textScale === modelData
                    onClicked: page.viewModel.textScale = modelData
                }
            }
        }
    }

    Card {
        Layout.fillWidth: true

        SwitchRow {
            objectName: "motionSwitch"
            iconName: "animation"
            title: qsTr("Less movement")
            subtitle: qsTr("Pages change without sliding")
            on: page.viewModel.reducedMotion
            Layout.fillWidth: true
            onSwitched: on => page.viewModel.reducedMotion = on
        }
    }

    AppText {
        text: qsTr("This phone")
        kind: AppText.SectionHeader
        Layout.leftMargin: Theme.spacing4
    }

    Card {
        spacing: 0
        Layout.fillWidth: true

        CardRow {
            iconName: "person"
            title: page.viewModel.worker
            subtitle: page.viewModel.scheme
            interactive: false
            divider: true
            Layout.fillWidth: true
        }

        CardRow {
            iconName: "dns"
            tone: Tone.Info
            title: qsTr("Hub")
            subtitle: page.viewModel.hub
            interactive: false
            divider: true
            Layout.fillWidth: true
        }

        CardRow {
            iconName: "vpn_key"
            tone: Tone.Info
            title: page.viewModel.device
            subtitle: qsTr("All notes here are encrypted. Key store: %1").arg(page.viewModel.keyStore)
            interactive: false
            Layout.fillWidth: true
        }
    }

    SecondaryButton {
        objectName: "lockButton"
        text: qsTr("Lock now")
        iconName: "lock"
        Layout.fillWidth: true
        onClicked: page.lockAsked()
    }
}

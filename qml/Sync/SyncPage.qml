pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// What is still on this phone, what the hub has, and what needs a person's look.
Page {
    id: page

    required property SyncViewModel viewModel

    title: qsTr("Sync")
    header: AppText {
        text: qsTr("Sync")
        kind: AppText.PageTitle
        Layout.fillWidth: true
        Layout.margins: Theme.spacing16
        Layout.bottomMargin: Theme.spacing4
        Accessible.role: Accessible.Heading
    }

    SyncCard {
        viewModel: page.viewModel
        Layout.fillWidth: true
    }

    NeedsLook {
        viewModel: page.viewModel
        Layout.fillWidth: true
    }

    AppText {
        visible: waiting.count > 0
        text: qsTr("Waiting")
        kind: AppText.SectionHeader
        Layout.fillWidth: true
        Layout.leftMargin: Theme.spacing4
    }

    Card {
        visible: waiting.count > 0
        spacing: 0
        Layout.fillWidth: true

        Repeater {
            id: waiting

            model: page.viewModel.waitingRows

            CardRow {
                id: row

                required property int index
                required property string stateIcon
                required property string stateText

                required iconName
                required title
                required subtitle
                objectName: "waiting_" + index
                interactive: false
                divider: index < waiting.count - 1
                Layout.fillWidth: true
                Accessible.description: stateText

                Icon {
                    name: row.stateIcon
                    color: Theme.softInk
                }
            }
        }
    }

    AppText {
        visible: page.viewModel.received > 0
        text: qsTr("%n saves of this phone have been received.", "", page.viewModel.received)
        kind: AppText.Secondary
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
        Layout.topMargin: Theme.spacing8
    }
}

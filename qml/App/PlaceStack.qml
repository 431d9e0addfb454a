// Qt 6.4 loaders make no bound components, so the ids of this file are reached from inside its components unbound.
// qmllint disable unqualified
import QtQuick
import Doorstep.Controls
import Doorstep.Today
import Doorstep.People
import Doorstep.Sync
import Doorstep.Ui

// The pages of the places. Each is made when it is first needed and stays.
Item {
    id: stack

    required property AppViewModel app
    property bool wide: false

    signal recordAsked

    Loader {
        anchors.fill: parent
        visible: stack.app.place === AppViewModel.Today
        sourceComponent: TodayPage {
            objectName: "todayPage"
            viewModel: stack.app.today
            status: SyncChip {
                app: stack.app
            }
            onPersonAsked: person => stack.app.openPerson(person)
            onDraftAsked: draft => stack.app.openDraft(draft)
            onFinishAsked: stack.app.finishVisit()
            onSettingsAsked: stack.app.openSettings()
        }

        FloatingButton {
            objectName: "recordButton"
            z: 1
            text: qsTr("Record")
            iconName: "add"
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: Theme.spacing16
            onClicked: stack.recordAsked()
        }
    }

    Loader {
        readonly property bool shown: stack.app.place === AppViewModel.People

        anchors.fill: parent
        active: false
        visible: shown
        onShownChanged: active = active || shown
        sourceComponent: PeoplePage {
            objectName: "peoplePage"
            viewModel: stack.app.people
            status: SyncChip {
                app: stack.app
            }
            currentPerson: stack.wide && stack.app.person ? stack.app.person.person : ""
            onPersonAsked: person => stack.app.openPerson(person)
        }
    }

    Loader {
        readonly property bool shown: stack.app.place === AppViewModel.Sync

        anchors.fill: parent
        active: false
        visible: shown
        onShownChanged: active = active || shown
        sourceComponent: SyncPage {
            objectName: "syncPage"
            viewModel: stack.app.sync
        }
    }
}

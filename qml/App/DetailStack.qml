// Qt 6.4 loaders make no bound components, so the ids of this file are reached from inside its components unbound.
// qmllint disable unqualified
import QtQuick
import Doorstep.Controls
import Doorstep.People
import Doorstep.Settings
import Doorstep.Ui

// What was opened, one above the other: a person, a page of their answers, a new person, the settings, a form.
Item {
    id: stack

    required property AppViewModel app
    property bool wide: false
    readonly property bool hasEdit: app.person !== null && app.person.edit !== null
    readonly property bool hasNewcomer: app.people.newcomer !== null
    readonly property bool hasForm: app.forms.current !== null

    signal recordAsked(string person, string name)

    EmptyState {
        visible: stack.wide && !stack.app.hasDetail
        width: Math.min(parent.width - 2 * Theme.spacing24, Theme.formWidth / 2)
        anchors.centerIn: parent
        iconName: "groups"
        title: qsTr("Choose somebody")
        text: qsTr("What you open appears here, beside the list.")
    }

    Loader {
        anchors.fill: parent
        active: stack.app.person !== null
        visible: !stack.hasEdit && !stack.hasNewcomer && !stack.app.showsSettings && !stack.hasForm
        focus: visible
        sourceComponent: PersonPage {
            objectName: "personPage"
            focus: true
            viewModel: stack.app.person
            wide: stack.wide
            onLeaveAsked: stack.app.back()
            onRecordAsked: stack.recordAsked(viewModel.person, viewModel.name)
            onGoalAsked: stack.app.record(AppViewModel.Goal, viewModel.person)
            onMeasureAsked: stack.app.record(AppViewModel.Measure, viewModel.person)
            onSignpostAsked: stack.app.record(AppViewModel.Signpost, viewModel.person)
        }
    }

    Loader {
        anchors.fill: parent
        active: stack.hasEdit
        visible: !stack.hasNewcomer && !stack.app.showsSettings && !stack.hasForm
        focus: visible && active
        sourceComponent: PersonEditPage {
            objectName: "personEditPage"
            focus: true
            viewModel: stack.app.person.edit
        }
    }

    Loader {
        anchors.fill: parent
        active: stack.hasNewcomer
        visible: !stack.app.showsSettings && !stack.hasForm
        focus: visible && active
        sourceComponent: NewPersonPage {
            objectName: "newPersonPage"
            focus: true
            viewModel: stack.app.people.newcomer
            onLeaveAsked: stack.app.back()
        }
    }

    Loader {
        anchors.fill: parent
        active: stack.app.showsSettings
        visible: !stack.hasForm
        focus: visible && active
        sourceComponent: SettingsPage {
            objectName: "settingsPage"
            focus: true
            viewModel: stack.app.settings
            onLeaveAsked: stack.app.back()
            onLockAsked: stack.app.lockUp()
        }
    }

    FormHost {
        objectName: "formHost"
        anchors.fill: parent
        forms: stack.app.forms
        visible: stack.hasForm
        focus: stack.hasForm
    }
}

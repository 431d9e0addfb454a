// Qt 6.4 loaders make no bound components, so the ids of this file are reached from inside its components unbound.
// qmllint disable unqualified
import QtQuick
import Doorstep.Controls
import Doorstep.Ui

// The window: enrolment on a new phone, else the pages with the lock above them.
Window {
    id: window

    required property AppViewModel viewModel
    property bool systemIsDark: palette.window.hslLightness < 0.5

    width: 412
    height: 892
    visible: true
    title: qsTr("Doorstep")
    color: Theme.background

    readonly property SystemPalette palette: SystemPalette {}

    Binding {
        target: Theme
        property: "dark"
        value: window.viewModel.settings.colours === SettingsViewModel.Dark
               || (window.viewModel.settings.colours === SettingsViewModel.AsSystem && window.systemIsDark)
    }

    Binding {
        target: Theme
        property: "textScale"
        value: window.viewModel.settings.textScale
    }

    Binding {
        target: Theme
        property: "reducedMotion"
        value: window.viewModel.settings.reducedMotion
    }

    onClosing: close => {
        // The back key of a phone closes the window: it is a step back as long as there is one.
        close.accepted = Qt.platform.os !== "android" || window.viewModel.state !== AppViewModel.Open
                || !window.viewModel.back();
    }

    Loader {
        id: shell

        objectName: "shellLoader"
        anchors.fill: parent
        active: window.viewModel.isOpen
        enabled: !cover.active
        visible: !cover.active
        focus: !cover.active
        sourceComponent: Shell {
            app: window.viewModel
        }
    }

    Loader {
        id: cover

        objectName: "coverLoader"
        anchors.fill: parent
        active: window.viewModel.state !== AppViewModel.Open
        focus: active
        sourceComponent: window.viewModel.state === AppViewModel.Enrolling ? enrolment : lock
    }

    Component {
        id: enrolment

        EnrolmentPage {
            viewModel: window.viewModel.enrolment
        }
    }

    Component {
        id: lock

        LockPage {
            viewModel: window.viewModel.lock
            focus: true
        }
    }
}

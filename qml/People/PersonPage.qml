// Qt 6.4 loaders make no bound components, so the ids of this file are reached from inside its components unbound.
// qmllint disable unqualified
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// One person: head, one of five parts, and the button that records something for them.
FocusScope {
    id: page

    required property PersonViewModel viewModel
    property bool wide: false

    signal leaveAsked
    signal recordAsked
    signal goalAsked
    signal measureAsked
    signal signpostAsked

    readonly property string mainAction: viewModel.tab === PersonViewModel.Goals ? qsTr("Add a goal")
                                         : viewModel.tab === PersonViewModel.Measures ? qsTr("Ask the questions")
                                         : viewModel.tab === PersonViewModel.Signposts ? qsTr("Add a signpost")
                                         : qsTr("Record for %1").arg(viewModel.givenName)
    readonly property string mainIcon: viewModel.tab === PersonViewModel.Measures ? "assignment" : "add"

    Accessible.role: Accessible.Pane
    Accessible.name: viewModel.name

    function act(): void {
        if (viewModel.tab === PersonViewModel.Goals)
            goalAsked();
        else if (viewModel.tab === PersonViewModel.Measures)
            measureAsked();
        else if (viewModel.tab === PersonViewModel.Signposts)
            signpostAsked();
        else
            recordAsked();
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PersonHead {
            viewModel: page.viewModel
            showsAll: page.viewModel.tab === PersonViewModel.Timeline
            Layout.fillHeight: false
            Layout.fillWidth: true
            onLeaveAsked: page.leaveAsked()
        }

        Loader {
            id: part

            sourceComponent: [timeline, goals, measures, signposts, about][page.viewModel.tab]
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        ActionBar {
            visible: !page.wide
            Layout.fillWidth: true

            PrimaryButton {
                objectName: "recordPersonButton"
                text: page.mainAction
                iconName: page.mainIcon
                Layout.fillWidth: true
                onClicked: page.act()
            }
        }
    }

    FloatingButton {
        objectName: "recordFloatingButton"
        visible: page.wide
        text: page.mainAction
        iconName: page.mainIcon
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.spacing16
        onClicked: page.act()
    }

    Component {
        id: timeline

        TimelinePart {
            viewModel: page.viewModel
        }
    }

    Component {
        id: goals

        GoalsPart {
            viewModel: page.viewModel
        }
    }

    Component {
        id: measures

        MeasuresPart {
            viewModel: page.viewModel
        }
    }

    Component {
        id: signposts

        SignpostsPart {
            viewModel: page.viewModel
        }
    }

    Component {
        id: about

        AboutPart {
            viewModel: page.viewModel
        }
    }
}

// Qt 6.4 lists make no bound header, so the ids of this file are reached from inside its components unbound.
// qmllint disable unqualified
import QtQuick
import Doorstep.Controls
import Doorstep.Ui

// The goals in the person's words, with how far each has got.
PartList {
    id: list

    required property PersonViewModel viewModel

    objectName: "goalsList"
    model: viewModel.goals
    Accessible.name: qsTr("Goals")

    header: EmptyState {
        visible: !list.viewModel.hasGoals
        width: list.width - list.leftMargin - list.rightMargin
        height: visible ? implicitHeight : 0
        iconName: "outlined_flag"
        title: qsTr("No goal yet")
        text: qsTr("One to three things, in %1’s own words.").arg(list.viewModel.givenName)
    }

    footer: Item {
        width: list.width - list.leftMargin - list.rightMargin
        height: list.viewModel.hasGoals ? hint.height + Theme.spacing12 : 0

        Banner {
            id: hint

            visible: list.viewModel.hasGoals
            y: Theme.spacing12
            width: parent.width
            tone: Tone.Info
            iconName: "lightbulb"
            text: qsTr("Goals can change. Re-word one whenever they do; the earlier words are kept.")
        }
    }

    delegate: GoalCardItem {
        required property int index

        objectName: "goalRow_" + index
        width: ListView.view.width - ListView.view.leftMargin - ListView.view.rightMargin
        onClicked: list.viewModel.openGoal(index)
    }
}

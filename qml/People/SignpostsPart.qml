// Qt 6.4 lists make no bound header, so the ids of this file are reached from inside its components unbound.
// qmllint disable unqualified
import QtQuick
import Doorstep.Controls
import Doorstep.Ui

// Where the person was pointed to, and what came of it.
PartList {
    id: list

    required property PersonViewModel viewModel

    objectName: "signpostsList"
    model: viewModel.signposts
    Accessible.name: qsTr("Signposts")

    header: EmptyState {
        visible: !list.viewModel.hasSignposts
        width: list.width - list.leftMargin - list.rightMargin
        height: visible ? implicitHeight : 0
        iconName: "signpost"
        title: qsTr("No signposts yet")
        text: qsTr("Telling %1 about a place counts as a signpost, even before they go.").arg(list.viewModel.givenName)
    }

    delegate: SignpostCardItem {
        required property int index

        objectName: "signpostRow_" + index
        width: ListView.view.width - ListView.view.leftMargin - ListView.view.rightMargin
        onClicked: list.viewModel.openSignpost(index)
    }
}

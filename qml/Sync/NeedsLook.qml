pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// What the hub could not take, each with the way to it, and what people changed apart from each other, each with all its values.
ColumnLayout {
    id: part

    required property SyncViewModel viewModel

    visible: refused.count + conflicts.count > 0
    spacing: Theme.spacing8
    Layout.fillHeight: false

    AppText {
        text: qsTr("Needs a look")
        kind: AppText.SectionHeader
        Layout.fillWidth: true
        Layout.leftMargin: Theme.spacing4
    }

    Repeater {
        id: conflicts

        model: part.viewModel.conflictRows

        ConflictCard {
            required property int index

            required title
            required text
            required choices
            objectName: "conflict_" + index
            Layout.fillWidth: true
            onChosen: choice => part.viewModel.keep(index, choice)
        }
    }

    Card {
        visible: refused.count > 0
        spacing: 0
        Layout.fillWidth: true

        Repeater {
            id: refused

            model: part.viewModel.refusedRows

            CardRow {
                required property int index

                required iconName
                required title
                required subtitle
                objectName: "refused_" + index
                tone: Tone.Attention
                divider: index < refused.count - 1
                Layout.fillWidth: true
                onClicked: part.viewModel.openRefused(index)
            }
        }
    }
}

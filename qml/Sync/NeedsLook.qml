pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// What the hub could not take, each with the way to it, and what two people changed, each with both values.
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
            required first
            required second
            required keepFirst
            required keepSecond
            objectName: "conflict_" + index
            Layout.fillWidth: true
            onFirstKept: part.viewModel.keepFirst(index)
            onSecondKept: part.viewModel.keepSecond(index)
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

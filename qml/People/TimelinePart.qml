// Qt 6.4 lists make no bound header, so the ids of this file are reached from inside its components unbound.
// qmllint disable unqualified
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// What to know before a visit, what is missing, and all that has happened.
PartList {
    id: list

    required property PersonViewModel viewModel
    property bool isMoved: false

    objectName: "timelineList"
    spacing: 0
    model: viewModel.timeline
    Accessible.name: qsTr("Timeline")
    onMovementStarted: isMoved = true

    header: ColumnLayout {
        // It grows while its words wrap; until somebody scrolls, its beginning stays in sight. While the list still
        // makes it there is nothing to scroll, and asking would make it a second time.
        onHeightChanged: if (list.headerItem && !list.isMoved) list.positionViewAtBeginning()
        width: list.width - list.leftMargin - list.rightMargin
        spacing: Theme.spacing12

        BeforeVisitCard {
            viewModel: list.viewModel
            visible: list.viewModel.risk.length + list.viewModel.access.length + list.viewModel.matters.length > 0
            Layout.fillWidth: true
        }

        Banner {
            objectName: "missingBanner"
            visible: title.length > 0
            title: list.viewModel.missingTitle
            text: list.viewModel.missingText
            buttonText: qsTr("Add")
            Layout.fillWidth: true
            onClicked: list.viewModel.addMissing()
        }

        EmptyState {
            visible: !list.viewModel.hasTimeline
            iconName: "event"
            title: qsTr("Nothing has happened yet")
            text: qsTr("The first visit or call appears here.")
            Layout.topMargin: Theme.spacing24
            Layout.fillWidth: true
        }
    }

    delegate: TimelineRow {
        id: row

        required property int index
        required property string date
        required property list<string> outcomes
        required property list<string> outcomeIcons
        required iconName
        required tone
        required title
        required subtitle
        required receiptIcon
        required receipt

        objectName: "timelineRow_" + index
        width: ListView.view.width - ListView.view.leftMargin - ListView.view.rightMargin
        trailingText: date
        onClicked: list.viewModel.openEntry(index)

        Repeater {
            model: row.outcomes

            TagChip {
                required property int index
                required property string modelData

                text: modelData
                // The words of a changed row come before its pictures.
                iconName: row.outcomeIcons[index] ?? ""
                tone: Tone.Primary
                width: Math.min(implicitWidth, parent.width)
            }
        }
    }
}

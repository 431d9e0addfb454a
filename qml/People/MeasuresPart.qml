// Qt 6.4 lists make no bound header, so the ids of this file are reached from inside its components unbound.
// qmllint disable unqualified
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// The questionnaires with what came of them over time.
PartList {
    id: list

    required property PersonViewModel viewModel

    objectName: "measuresList"
    model: viewModel.measures
    Accessible.name: qsTr("Measures")

    header: EmptyState {
        visible: !list.viewModel.hasMeasures
        width: list.width - list.leftMargin - list.rightMargin
        height: visible ? implicitHeight : 0
        iconName: "assignment"
        title: qsTr("Not asked yet")
        text: qsTr("Three short questions at the start and at the end show what has changed for %1.").arg(list.viewModel.givenName)
    }

    delegate: Card {
        id: card

        required property int index
        required property string title
        required property string change
        required property int changeTone
        required property list<real> values
        required property list<string> labels
        required property real minimum
        required property real maximum
        required property real bandFrom
        required property real bandTo
        required property string description
        required property list<string> lines

        objectName: "measureCard_" + index
        width: ListView.view.width - ListView.view.leftMargin - ListView.view.rightMargin

        GridLayout {
            columns: Theme.textScale >= 1.5 ? 1 : 2
            Layout.fillWidth: true

            AppText {
                text: card.title
                kind: AppText.Strong
                Layout.fillWidth: true
            }

            TagChip {
                visible: card.change.length > 0
                text: card.change
                tone: card.changeTone
                large: true
            }
        }

        LineChart {
            visible: card.values.length > 0
            values: card.values
            labels: card.labels
            minimum: card.minimum
            maximum: card.maximum
            bandFrom: card.bandFrom
            bandTo: card.bandTo
            bandLabel: card.bandTo > card.bandFrom ? card.bandFrom + "–" + card.bandTo : ""
            restLabel: card.bandTo > card.bandFrom ? card.minimum + "–" + (card.bandFrom - 1) : ""
            description: card.description
            Layout.fillWidth: true
        }

        Repeater {
            model: card.lines

            AppText {
                required property string modelData

                text: modelData
                kind: AppText.Secondary
                Layout.fillWidth: true
            }
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// What came of earlier signposts: asked at the next visit, until it is known.
ColumnLayout {
    id: list

    required property VisitFormViewModel form

    visible: questions.count > 0
    spacing: Theme.spacing12
    Layout.fillHeight: false

    Repeater {
        id: questions

        model: list.form.takeUps

        Card {
            id: row

            required property int index
            required property string question
            required property string now
            required property ChoiceModel answers
            required property ChoiceModel reasons
            required property bool asksReason

            tone: Tone.Primary
            spacing: Theme.spacing4
            Layout.fillWidth: true

            AppText {
                text: row.question
                kind: AppText.Strong
                Layout.fillWidth: true
            }

            AppText {
                visible: row.now.length > 0
                text: qsTr("So far: %1").arg(row.now)
                kind: AppText.Secondary
                Layout.fillWidth: true
            }

            ChipGroup {
                objectName: "takeUp"
                label: row.question
                model: row.answers
                Layout.fillWidth: true
                onToggled: index => list.form.takeUps.pick(row.index, index)

                Chip {
                    visible: row.answers.hasMore
                    text: qsTr("Something else…")
                    onClicked: row.answers.showAll()
                }
            }

            ChipGroup {
                objectName: "takeUpReason"
                visible: row.asksReason
                label: qsTr("Why it did not work out")
                model: row.reasons
                Layout.fillWidth: true
                onToggled: index => list.form.takeUps.pickReason(row.index, index)
            }
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

// One signpost with the steps of its take-up.
Pressable {
    id: item

    required property string title
    required property string subtitle
    required property string outcome
    required property int outcomeTone
    required property list<string> steps

    text: title + ", " + outcome
    implicitHeight: card.implicitHeight
    radius: Theme.radiusCard

    Card {
        id: card

        width: item.width

        GridLayout {
            columns: Theme.textScale >= 1.5 ? 1 : 2
            Layout.fillWidth: true

            AppText {
                text: item.title
                kind: AppText.Strong
                Layout.fillWidth: true
                Accessible.ignored: true
            }

            TagChip {
                text: item.outcome
                tone: item.outcomeTone
                large: true
                Accessible.ignored: true
            }
        }

        AppText {
            text: item.subtitle
            kind: AppText.Secondary
            Layout.fillWidth: true
            Accessible.ignored: true
        }

        Repeater {
            model: item.steps

            RowLayout {
                id: step

                required property string modelData

                spacing: Theme.spacing8
                Layout.fillWidth: true

                Icon {
                    name: "check"
                    size: 18
                    color: Theme.good
                }

                AppText {
                    text: step.modelData
                    kind: AppText.Secondary
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }
            }
        }
    }
}

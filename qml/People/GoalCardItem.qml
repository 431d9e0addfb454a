pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

// One goal.
Pressable {
    id: item

    required property string heading
    required property string wording
    required property int done
    required property string progress
    required property string setOn
    required property list<string> history

    text: heading + ", " + wording + ", " + progress
    implicitHeight: card.implicitHeight
    radius: Theme.radiusCard

    Card {
        id: card

        width: item.width

        AppText {
            text: item.heading
            kind: AppText.Secondary
            Layout.fillWidth: true
            Accessible.ignored: true
        }

        AppText {
            text: item.wording
            kind: AppText.Strong
            font.pixelSize: Theme.bodySize + 1
            Layout.fillWidth: true
            Accessible.ignored: true
        }

        StepBar {
            steps: 4
            done: item.done
            label: item.progress
            valueText: item.setOn
            Layout.fillWidth: true
        }

        Divider {
            visible: item.history.length > 0
            Layout.fillWidth: true
        }

        Repeater {
            model: item.history

            AppText {
                required property string modelData

                text: modelData
                kind: AppText.Secondary
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
    }
}

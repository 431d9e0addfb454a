pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

// Values that stand against each other, by whom and when; one tap keeps one of them. The others stay in the history.
Card {
    id: card

    property string title
    property string text
    property list<string> choices

    signal chosen(int choice)

    spacing: Theme.spacing12

    CardRow {
        iconName: "call_merge"
        tone: Tone.Attention
        title: card.title
        subtitle: card.text
        interactive: false
        Layout.fillWidth: true
    }

    GridLayout {
        columns: Theme.textScale >= 1.5 ? 1 : 2
        columnSpacing: Theme.spacing12
        rowSpacing: Theme.spacing8
        Layout.fillWidth: true

        Repeater {
            model: card.choices

            SecondaryButton {
                required property int index
                required property string modelData

                objectName: "keep_" + index
                text: modelData
                compact: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: card.chosen(index)
            }
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

// Two values of one field, by whom and when; one tap keeps one of them. The other stays in the history.
Card {
    id: card

    property string title
    property string first
    property string second
    property string keepFirst
    property string keepSecond

    signal firstKept
    signal secondKept

    spacing: Theme.spacing12

    CardRow {
        iconName: "call_merge"
        tone: Tone.Attention
        title: card.title
        subtitle: card.first + "\n" + card.second
        interactive: false
        Layout.fillWidth: true
    }

    GridLayout {
        columns: Theme.textScale >= 1.5 ? 1 : 2
        columnSpacing: Theme.spacing12
        rowSpacing: Theme.spacing8
        Layout.fillWidth: true

        SecondaryButton {
            objectName: "keepFirst"
            text: card.keepFirst
            compact: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: card.firstKept()
        }

        SecondaryButton {
            objectName: "keepSecond"
            text: card.keepSecond
            compact: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: card.secondKept()
        }
    }
}

import QtQuick
import Doorstep.Controls

// One answer, as part of a card that goes on over several rows of a list.
Item {
    id: line

    property string label
    property string text
    property bool isAnswered: false
    property bool isFirst: false
    property bool isLast: false

    implicitHeight: words.height + 2 * Theme.spacing8 + 2
    Accessible.role: Accessible.StaticText
    Accessible.name: label + ": " + text

    Item {
        anchors.fill: parent
        clip: true

        Rectangle {
            y: line.isFirst ? 0 : -Theme.radiusCard
            width: parent.width
            height: parent.height + (line.isFirst ? 0 : Theme.radiusCard) + (line.isLast ? 0 : Theme.radiusCard)
            radius: Theme.radiusCard
            color: Theme.card
            border.width: Theme.hairline
            border.color: Theme.line
        }
    }

    Divider {
        visible: !line.isFirst
        x: Theme.spacing16
        width: parent.width - 2 * Theme.spacing16
    }

    Column {
        id: words

        x: Theme.spacing16
        y: Theme.spacing8 + 1
        width: parent.width - 2 * Theme.spacing16
        spacing: 2

        AppText {
            text: line.label
            kind: AppText.Caption
            soft: true
            width: words.width
            Accessible.ignored: true
        }

        AppText {
            text: line.text
            soft: !line.isAnswered
            font.italic: !line.isAnswered
            width: words.width
            Accessible.ignored: true
        }
    }
}

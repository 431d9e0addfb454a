import QtQuick
import QtQuick.Layouts

// A rounded surface. Children are laid out in a column and ask for width with Layout.fillWidth.
Rectangle {
    id: card

    default property alias content: column.data
    property int tone: Tone.Neutral
    property bool solid: false
    property real padding: Theme.spacing16
    property alias spacing: column.spacing

    implicitWidth: column.implicitWidth + 2 * padding
    implicitHeight: column.implicitHeight + 2 * padding
    radius: Theme.radiusCard
    color: solid ? Theme.primary : tone === Tone.Neutral ? Theme.card : Theme.tint(tone)
    border.width: solid || tone !== Tone.Neutral ? 0 : Theme.hairline
    border.color: Theme.line

    ColumnLayout {
        id: column

        x: card.padding
        y: card.padding
        width: card.width - 2 * card.padding
        spacing: Theme.spacing8
    }
}

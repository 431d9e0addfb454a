import QtQuick

// A small tinted label inside a row; says something, does nothing.
Rectangle {
    id: tag

    property string text
    property string iconName
    property int tone: Tone.Primary
    property bool large: false

    implicitWidth: words.implicitWidth + 2 * words.x
    implicitHeight: words.height + (large ? Theme.spacing12 + 3 : Theme.spacing8 + 1)
    radius: Math.min(height / 2, Theme.radiusChip)
    color: Theme.tint(tone)
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    MarkedText {
        id: words

        x: tag.large ? Theme.spacing12 : Theme.spacing8 + 2
        anchors.verticalCenter: parent.verticalCenter
        width: tag.width - 2 * x
        height: implicitHeight
        text: tag.text
        iconName: tag.iconName
        iconSize: 18
        gap: Theme.spacing8
        kind: tag.large ? AppText.Secondary : AppText.Caption
        color: Theme.inkOn(tag.tone)
        font.weight: Font.DemiBold
    }
}

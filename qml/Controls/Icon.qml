import QtQuick

// A picture from the icon face, called by its ligature name. Silent to screen readers: a word always goes with it.
Text {
    property string name
    property real size: 24

    width: size * Theme.iconScale
    height: width
    text: name
    color: Theme.ink
    font.family: Theme.iconFamily
    font.pixelSize: Math.max(1, size * Theme.iconScale)
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    textFormat: Text.PlainText
    visible: name.length > 0
    Accessible.ignored: true
}

import QtQuick

// A button with a picture only; text is what a screen reader says.
Pressable {
    id: control

    property string iconName
    property int tone: Tone.Neutral
    property real size: 24

    radius: width / 2
    padding: Theme.spacing12

    contentItem: Icon {
        name: control.iconName
        size: control.size
        color: control.tone === Tone.Neutral ? Theme.ink : Theme.iconOn(control.tone)
    }
}

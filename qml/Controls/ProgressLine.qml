import QtQuick

// A bar with what it counts on the left and the count on the right.
Column {
    id: line

    property real value: 0
    property string label
    property string valueText
    property int tone: Tone.Primary
    property bool strong: false
    property bool strongValue: !strong

    spacing: Theme.spacing8
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label.length > 0 ? label + ", " + valueText : qsTr("%1 percent").arg(Math.round(value * 100))

    WordsPair {
        visible: line.label.length + line.valueText.length > 0
        first: line.label
        second: line.valueText
        firstStrong: line.strong
        secondStrong: line.strongValue
        width: line.width
    }

    Bar {
        value: line.value
        colour: Theme.iconOn(line.tone)
        width: line.width
    }
}

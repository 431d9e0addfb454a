pragma ComponentBehavior: Bound
import QtQuick

// How many digits have been typed, not which.
Row {
    id: dots

    property int filled: 0
    property int length: 6
    property bool wrong: false

    spacing: Theme.spacing16
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1 of %2 digits").arg(filled).arg(length)

    Repeater {
        model: dots.length

        Rectangle {
            required property int index
            readonly property color colour: dots.wrong ? Theme.problem : Theme.primary

            width: Theme.spacing16
            height: width
            radius: width / 2
            color: index < dots.filled ? colour : "transparent"
            border.width: 2
            border.color: index < dots.filled || dots.wrong ? colour : Theme.outline
        }
    }
}

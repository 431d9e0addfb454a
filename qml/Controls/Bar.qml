import QtQuick

// A rounded bar filled from the start.
Rectangle {
    id: bar

    property real value: 0
    property color colour: Theme.primary

    implicitWidth: 120
    implicitHeight: Theme.spacing8
    radius: height / 2
    color: Theme.track
    Accessible.ignored: true

    Rectangle {
        width: bar.value > 0 ? Math.max(bar.height, bar.width * Math.min(1, bar.value)) : 0
        height: parent.height
        radius: parent.radius
        color: bar.colour

        Behavior on width {
            NumberAnimation { duration: Theme.durationMedium; easing.type: Easing.OutCubic }
        }
    }
}

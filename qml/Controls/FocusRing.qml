import QtQuick

// Shown around the control that the keyboard would act on.
Rectangle {
    property real around: Theme.radiusCard

    anchors.fill: parent
    anchors.margins: -Theme.focusWidth
    radius: around + Theme.focusWidth
    color: "transparent"
    border.width: Theme.focusWidth
    border.color: Theme.focus
    z: 10
}

import QtQuick

// The button that floats over a list: record something, add somebody.
PrimaryButton {
    id: control

    iconName: "add"
    horizontalPadding: Theme.spacing16 + Theme.spacing4

    Elevation {
        around: control.radius
        z: -1
    }
}

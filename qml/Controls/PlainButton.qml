import QtQuick

// An action that stays quiet: words only.
ActionButton {
    property bool soft: false

    label: inverted ? Theme.inkOnPrimary : soft ? Theme.softInk : Theme.primary
    compact: true
}

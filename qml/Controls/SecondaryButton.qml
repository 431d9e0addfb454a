import QtQuick

// An action beside the main one, tinted.
ActionButton {
    readonly property color veil: Qt.alpha(Theme.inkOnPrimary, Theme.veilOpacity)

    fill: inverted ? veil : Theme.primaryTint
    label: inverted ? Theme.inkOnPrimary : Theme.primary
    textSize: compact ? Theme.secondarySize + 1 : Theme.bodySize
}

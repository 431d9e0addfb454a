import QtQuick

// The one main action of a page or sheet.
ActionButton {
    fill: inverted ? Theme.inkOnPrimary : Theme.primary
    label: inverted ? Theme.primary : Theme.inkOnPrimary
    textSize: compact ? Theme.secondarySize + 1 : Theme.bodySize + 1
}

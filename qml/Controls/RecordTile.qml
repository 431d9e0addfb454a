import QtQuick

// An outlined tile of the record sheet: picture at the start, word beside it.
ActionButton {
    fill: Theme.card
    edge: Theme.line
    radius: Theme.radiusField
    atStart: true
    label: Theme.ink
    iconColor: Theme.primary
}

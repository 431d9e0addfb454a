import QtQuick

// The frame of every field: quiet at rest, primary where one types, problem-coloured when something is wrong.
Rectangle {
    id: box

    property bool active: false
    property bool wrong: false
    property bool locked: false

    radius: Theme.radiusField
    color: locked ? Theme.sunken : Theme.card
    border.width: active || wrong ? 2 : Theme.hairline
    border.color: wrong ? Theme.problem : active ? Theme.primary : Theme.line
}

import QtQuick

// A worry to raise or something that cannot be undone: words in the problem colour, or solid when it is the decision itself.
ActionButton {
    property bool solid: false

    fill: solid ? Theme.problem : "transparent"
    label: solid ? Theme.inkOnProblem : Theme.problem
    atStart: !solid
}

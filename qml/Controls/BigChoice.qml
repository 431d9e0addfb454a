import QtQuick

// An answer somebody can read and press without glasses, with a tick when it is theirs.
Pressable {
    id: control

    property bool selected: false
    readonly property color label: selected ? Theme.inkOnPrimary : Theme.ink

    implicitWidth: 320
    implicitHeight: Math.max(Theme.choiceHeight, implicitContentHeight + 2 * Theme.spacing16)
    horizontalPadding: Theme.spacing16
    fill: selected ? Theme.primary : Theme.card
    edge: selected ? "transparent" : Theme.line
    glow: label
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: selected

    contentItem: MarkedText {
        text: control.text
        iconName: control.selected ? "check_circle" : ""
        kind: AppText.Title
        color: control.label
        font.weight: Font.DemiBold
        gap: Theme.spacing8
    }
}

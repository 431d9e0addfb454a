import QtQuick

// One choice among several, or tinted: a small tinted button. Drawn smaller than the area that takes the touch,
// which brings the gaps between chips: lay them out without spacing.
Pressable {
    id: control

    property string iconName
    property bool selected: false
    property bool tinted: false
    readonly property color label: selected ? Theme.inkOnPrimary : tinted ? Theme.primary : Theme.ink

    topInset: Theme.spacing4
    bottomInset: Theme.spacing4
    rightInset: Theme.spacing8
    verticalPadding: Theme.spacing4 + Theme.spacing8
    leftPadding: Theme.spacing12 + 1
    rightPadding: leftPadding + rightInset
    radius: Math.min(Theme.radiusChip, height / 2)
    fill: selected ? Theme.primary : tinted ? Theme.primaryTint : "transparent"
    edge: selected || tinted ? "transparent" : Theme.line
    glow: label
    Accessible.role: tinted ? Accessible.Button : Accessible.CheckBox
    Accessible.checkable: !tinted
    Accessible.checked: selected

    contentItem: MarkedText {
        text: control.text
        iconName: control.iconName.length > 0 ? control.iconName : control.selected ? "check" : ""
        iconSize: control.tinted ? 18 : 16
        kind: AppText.Secondary
        color: control.label
        font.weight: control.selected || control.tinted ? Font.DemiBold : Font.Medium
        gap: Theme.spacing8
    }
}

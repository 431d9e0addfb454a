import QtQuick

// The pill that always tells the truth: what is here, what is on its way, what needs a look.
Pressable {
    id: control

    property string iconName: ["schedule", "sync", "check", "info", "cloud_off", "error_outline"][tone]
    property int tone: Tone.Neutral
    property bool interactive: true

    topInset: Theme.spacing8
    bottomInset: Theme.spacing8
    verticalPadding: Theme.spacing8 + Theme.spacing4
    horizontalPadding: Theme.spacing12
    radius: Theme.radiusChip
    fill: Theme.tint(tone)
    glow: Theme.inkOn(tone)
    focusPolicy: interactive ? Qt.StrongFocus : Qt.NoFocus
    hoverEnabled: interactive
    Accessible.role: interactive ? Accessible.Button : Accessible.StaticText
    Accessible.focusable: interactive

    contentItem: MarkedText {
        text: control.text
        iconName: control.iconName
        iconSize: 20
        kind: AppText.Secondary
        color: Theme.inkOn(control.tone)
        font.weight: Font.DemiBold
        gap: Theme.spacing8
    }
}

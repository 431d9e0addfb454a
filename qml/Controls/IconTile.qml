import QtQuick

// A choice with a picture above its word, for the few answers that are quicker to see than to read.
Pressable {
    id: control

    property string iconName
    property bool selected: false
    readonly property color label: selected ? Theme.inkOnPrimary : Theme.ink

    implicitWidth: 88
    padding: Theme.spacing4
    topPadding: Theme.spacing12
    bottomPadding: Theme.spacing12
    radius: Theme.radiusField
    fill: selected ? Theme.primary : Theme.card
    edge: selected ? "transparent" : Theme.line
    glow: label
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: selected

    contentItem: Column {
        spacing: Theme.spacing4

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: control.iconName
            color: control.label
        }

        AppText {
            width: parent.width
            text: control.text
            kind: AppText.Caption
            font.weight: control.selected ? Font.DemiBold : Font.Medium
            color: control.label
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}

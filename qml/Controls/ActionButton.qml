import QtQuick

// The common shape of the buttons with words; PrimaryButton and its sisters only choose the colours.
Pressable {
    id: control

    property string iconName
    property bool busy: false
    property bool inverted: false
    property bool compact: false
    property color label: Theme.ink
    property int textSize: Theme.bodySize
    property bool atStart: false
    property color iconColor: label

    implicitHeight: Math.max(compact ? Theme.touchTarget : Theme.actionHeight, implicitContentHeight + 2 * verticalPadding)
    horizontalPadding: Theme.spacing16
    verticalPadding: Theme.spacing8
    glow: label
    Accessible.description: busy ? qsTr("Working") : ""

    contentItem: MarkedText {
        text: control.text
        iconName: control.busy ? "autorenew" : control.iconName
        color: control.label
        iconColor: control.iconColor
        font.pixelSize: control.textSize
        atStart: control.atStart
        turning: control.busy
    }
}

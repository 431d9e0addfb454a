import QtQuick
import QtQuick.Templates as T

// Whatever can be pressed: by finger, pointer, Space, Enter or a screen reader, with a ring where the keyboard is.
T.AbstractButton {
    id: control

    property real radius: Theme.radiusCard
    property color fill: "transparent"
    property color edge: "transparent"
    property color glow: Theme.ink

    implicitWidth: Math.max(Theme.touchTarget, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touchTarget, implicitContentHeight + topPadding + bottomPadding)
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    opacity: enabled ? 1 : Theme.disabledOpacity
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.focusable: true
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    background: Rectangle {
        radius: control.radius
        color: control.fill
        border.color: control.edge
        border.width: control.edge.a > 0 ? Theme.hairline : 0

        Rectangle {
            anchors.fill: parent
            radius: control.radius
            color: control.glow
            opacity: control.down ? Theme.pressOpacity : control.hovered ? Theme.hoverOpacity : 0
        }

        FocusRing {
            around: control.radius
            visible: control.visualFocus
        }
    }
}

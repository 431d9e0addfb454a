import QtQuick

// An icon and the words beside it, centred or at the start; the words wrap when the width runs out.
Item {
    id: marked

    property string text
    property string iconName
    property real iconSize: 24
    property int kind: AppText.Strong
    property color color: Theme.ink
    property color iconColor: color
    property bool atStart: false
    property bool turning: false
    property real gap: Theme.spacing12
    property alias font: words.font

    implicitWidth: mark.space + natural.fullWidth
    implicitHeight: Math.max(words.height, mark.visible ? mark.height : 0)

    TextMetrics {
        id: natural

        readonly property real fullWidth: Math.ceil(advanceWidth) + 1

        font: words.font
        text: marked.text
    }

    Row {
        x: marked.atStart ? 0 : (parent.width - width) / 2
        anchors.verticalCenter: parent.verticalCenter
        spacing: marked.gap

        Icon {
            id: mark

            readonly property real space: visible ? width + marked.gap : 0

            anchors.verticalCenter: parent.verticalCenter
            name: marked.iconName
            size: marked.iconSize
            color: marked.iconColor

            RotationAnimator on rotation {
                from: 0
                to: 360
                loops: Animation.Infinite
                duration: Theme.durationTurn
                running: marked.turning && marked.visible && !Theme.reducedMotion
                onRunningChanged: if (!running) mark.rotation = 0
            }
        }

        AppText {
            id: words

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(natural.fullWidth, Math.max(1, marked.width - mark.space))
            text: marked.text
            kind: marked.kind
            color: marked.color
            horizontalAlignment: mark.visible || marked.atStart ? Text.AlignLeft : Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}

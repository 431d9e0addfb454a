import QtQuick
import QtQuick.Layouts

// Says briefly what just happened and offers to take it back. The shell places it above its bottom bar.
Rectangle {
    id: toast

    property string text
    property string actionText
    property bool shown: false

    signal actionTaken
    signal gone

    function show(message: string, action: string): void {
        text = message;
        actionText = action;
        shown = true;
        clock.restart();
    }

    function hide(): void {
        if (!shown)
            return;
        shown = false;
        clock.stop();
        gone();
    }

    implicitWidth: 380
    implicitHeight: Math.max(Theme.actionHeight, row.implicitHeight + Theme.spacing8)
    radius: Theme.radiusField
    color: Theme.toast
    visible: opacity > 0
    opacity: shown ? 1 : 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Behavior on opacity {
        NumberAnimation { duration: Theme.durationShort }
    }

    Timer {
        id: clock

        interval: Theme.toastDuration
        onTriggered: toast.hide()
    }

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.spacing16
        anchors.rightMargin: Theme.spacing4
        spacing: Theme.spacing8

        AppText {
            text: toast.text
            kind: AppText.Secondary
            color: Theme.inkOnToast
            font.weight: Font.Medium
            Layout.fillWidth: true
            Accessible.ignored: true
        }

        ActionButton {
            objectName: "action"
            visible: toast.actionText.length > 0
            text: toast.actionText
            label: Theme.toastAction
            compact: true
            onClicked: {
                toast.actionTaken();
                toast.hide();
            }
        }
    }
}

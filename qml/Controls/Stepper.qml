import QtQuick
import QtQuick.Layouts

// A small number changed one press at a time, or with the arrow keys.
RowLayout {
    id: stepper

    property string label
    property int value: 0
    property int from: 0
    property int to: 59
    property int step: 1
    property int digits: 2

    signal stepped(int value)

    spacing: Theme.spacing4

    function move(by: int): void {
        const span = to - from + 1;
        stepped(from + ((value - from + by) % span + span) % span);
    }

    IconButton {
        text: qsTr("%1: less").arg(stepper.label)
        iconName: "remove"
        onClicked: stepper.move(-stepper.step)
    }

    AppText {
        text: String(stepper.value).padStart(stepper.digits, "0")
        kind: AppText.Title
        horizontalAlignment: Text.AlignHCenter
        Layout.minimumWidth: Theme.scaled(32)
        activeFocusOnTab: true
        Accessible.role: Accessible.SpinBox
        Accessible.name: stepper.label + " " + text
        Accessible.focusable: true
        Keys.onUpPressed: stepper.move(stepper.step)
        Keys.onDownPressed: stepper.move(-stepper.step)

        FocusRing {
            around: Theme.spacing8
            visible: parent.activeFocus
        }
    }

    IconButton {
        text: qsTr("%1: more").arg(stepper.label)
        iconName: "add"
        onClicked: stepper.move(stepper.step)
    }
}

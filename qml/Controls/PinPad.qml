pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// Dots and ten digits. The longest PIN leaves by itself, a shorter one by the key in the corner or Enter. What is typed
// leaves by entered() alone and is never spoken or shown.
FocusScope {
    id: pad

    property string pin
    property int length: 6
    property int shortest: 4
    readonly property bool complete: pin.length >= shortest
    property bool biometric: false
    property string error

    signal entered(string pin)
    signal biometricAsked

    implicitWidth: 312
    implicitHeight: column.implicitHeight
    activeFocusOnTab: true
    Keys.onPressed: event => event.accepted = take(event.text, event.key)

    function clear(): void {
        pin = "";
    }

    function take(text: string, key: int): bool {
        if (key === Qt.Key_Backspace)
            pin = pin.slice(0, -1);
        else if ((key === Qt.Key_Return || key === Qt.Key_Enter) && complete)
            entered(pin);
        else if (/^[0-9]$/.test(text))
            type(text);
        else
            return false;
        return true;
    }

    function type(digit: string): void {
        if (pin.length >= length)
            return;
        pin += digit;
        if (pin.length === length)
            entered(pin);
    }

    function press(cell: int): void {
        if (cell === 9 && complete)
            entered(pin);
        else if (cell === 9)
            biometricAsked();
        else if (cell === 11)
            pin = pin.slice(0, -1);
        else
            type(cell === 10 ? "0" : String(cell + 1));
    }

    ColumnLayout {
        id: column

        width: parent.width
        spacing: Theme.spacing24

        PinDots {
            filled: pad.pin.length
            length: pad.length
            wrong: pad.error.length > 0
            Layout.alignment: Qt.AlignHCenter
        }

        AppText {
            visible: text.length > 0
            text: pad.error
            kind: AppText.Secondary
            color: Theme.problem
            font.weight: Font.Medium
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Accessible.role: Accessible.AlertMessage
        }

        GridLayout {
            columns: 3
            columnSpacing: Theme.spacing24
            rowSpacing: Theme.spacing16
            Layout.alignment: Qt.AlignHCenter

            Repeater {
                model: 12

                PinKey {
                    required property int index

                    cell: index
                    objectName: "pinKey_" + index
                    opens: pad.complete
                    visible: index !== 9 || pad.biometric || pad.complete
                    enabled: index !== 11 || pad.pin.length > 0
                    Layout.row: Math.floor(index / 3)
                    Layout.column: index % 3
                    onClicked: pad.press(index)
                }
            }
        }
    }
}

import QtQuick

// A number with its unit. Blank is an answer of its own: known is false then.
TextField {
    id: field

    property real value: 0
    property bool known: true
    property string unit
    property int decimals: 0
    property real from: 0
    property real to: 1000000
    readonly property string shown: known ? Number(value).toLocaleString(Qt.locale(), "f", written) : ""
    // As many decimals as there are, so that the text never changes under the typing finger.
    readonly property int written: Math.min(decimals, (String(value).split(".")[1] ?? "").length)

    signal valueEdited(real value)

    text: shown
    suffix: unit
    inputMethodHints: decimals > 0 ? Qt.ImhFormattedNumbersOnly : Qt.ImhDigitsOnly
    onEdited: text => read(text)

    validator: DoubleValidator {
        bottom: field.from
        top: field.to
        decimals: field.decimals
        notation: DoubleValidator.StandardNotation
    }

    function read(text: string): void {
        if (text.length === 0)
            cleared();
        else
            valueEdited(Number.fromLocaleString(Qt.locale(), text));
    }
}

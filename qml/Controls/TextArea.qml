import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// Several lines of typing; grows with what is written, so that nothing scrolls inside the page.
FormSection {
    id: field

    property alias text: input.text
    property alias placeholderText: input.placeholderText
    property alias inputMethodHints: input.inputMethodHints
    property alias readOnly: input.readOnly
    property int minimumLines: 3

    signal edited(string text)
    signal finished

    announced: false

    T.TextArea {
        id: input

        objectName: "input"
        Layout.fillWidth: true
        implicitWidth: 200
        implicitHeight: Math.max(contentHeight, field.minimumLines * metrics.height) + topPadding + bottomPadding
        padding: Theme.spacing16
        topPadding: Theme.spacing12
        bottomPadding: Theme.spacing12
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.PlainText
        font.family: Theme.fontFamily
        font.pixelSize: Theme.bodySize
        color: Theme.ink
        placeholderTextColor: Theme.softInk
        selectionColor: Theme.primary
        selectedTextColor: Theme.inkOnPrimary
        selectByMouse: true
        KeyNavigation.priority: KeyNavigation.BeforeItem
        KeyNavigation.tab: nextItemInFocusChain(true)
        KeyNavigation.backtab: nextItemInFocusChain(false)
        Accessible.name: field.label.length > 0 ? field.label : placeholderText
        Accessible.description: field.error.length > 0 ? field.error : field.hint
        Accessible.multiLine: true
        onTextChanged: if (activeFocus) field.edited(text)
        onActiveFocusChanged: if (!activeFocus) field.finished()

        background: FieldBox {
            active: input.activeFocus
            wrong: field.error.length > 0
            locked: input.readOnly
        }

        FontMetrics {
            id: metrics

            font: input.font
        }

        AppText {
            visible: input.text.length === 0 && input.preeditText.length === 0
            x: input.leftPadding
            y: input.topPadding
            width: input.width - input.leftPadding - input.rightPadding
            text: input.placeholderText
            soft: true
            Accessible.ignored: true
        }
    }
}

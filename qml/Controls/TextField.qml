import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// One line of typing, with its question above and the reason below when it was refused.
FormSection {
    id: field

    property alias text: input.text
    property alias placeholderText: input.placeholderText
    property alias inputMethodHints: input.inputMethodHints
    property alias echoMode: input.echoMode
    property alias readOnly: input.readOnly
    property alias maximumLength: input.maximumLength
    property alias validator: input.validator
    property alias typing: input.activeFocus
    property string iconName
    property string suffix
    property bool clearable: false

    signal edited(string text)
    signal finished
    signal cleared

    announced: false

    function take(): void {
        input.forceActiveFocus(Qt.OtherFocusReason);
    }

    T.TextField {
        id: input

        objectName: "input"
        Layout.fillWidth: true
        implicitHeight: Math.max(Theme.touchTarget + 2, contentHeight + 2 * Theme.spacing12)
        implicitWidth: 200
        leftPadding: Theme.spacing16 + (mark.visible ? mark.width + Theme.spacing12 : 0)
        rightPadding: Theme.spacing16 + (wipe.visible ? wipe.width : unit.visible ? unit.width + Theme.spacing8 : 0)
        verticalAlignment: TextInput.AlignVCenter
        font.family: Theme.fontFamily
        font.pixelSize: Theme.bodySize
        color: Theme.ink
        placeholderTextColor: Theme.softInk
        selectionColor: Theme.primary
        selectedTextColor: Theme.inkOnPrimary
        selectByMouse: true
        Accessible.name: field.label.length > 0 ? field.label : placeholderText
        Accessible.description: field.error.length > 0 ? field.error : field.hint
        onTextEdited: field.edited(text)
        onEditingFinished: field.finished()

        background: FieldBox {
            active: input.activeFocus
            wrong: field.error.length > 0
            locked: input.readOnly
        }

        Icon {
            id: mark

            x: Theme.spacing16
            anchors.verticalCenter: parent.verticalCenter
            name: field.iconName
            color: Theme.softInk
        }

        AppText {
            visible: input.text.length === 0 && input.preeditText.length === 0
            x: input.leftPadding
            width: input.width - input.leftPadding - input.rightPadding
            anchors.verticalCenter: parent.verticalCenter
            text: input.placeholderText
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            soft: true
            Accessible.ignored: true
        }

        AppText {
            id: unit

            visible: text.length > 0
            anchors.right: parent.right
            anchors.rightMargin: Theme.spacing16
            anchors.verticalCenter: parent.verticalCenter
            text: field.suffix
            wrapMode: Text.NoWrap
            soft: true
            Accessible.ignored: true
        }

        IconButton {
            id: wipe

            visible: field.clearable && input.text.length > 0
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Clear")
            iconName: "close"
            onClicked: {
                input.clear();
                field.edited("");
                field.cleared();
            }
        }
    }
}

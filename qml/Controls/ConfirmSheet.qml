import QtQuick
import QtQuick.Layouts

// Asks before something that is hard to take back, and says what stays safe.
BottomSheet {
    id: sheet

    property string message
    property string confirmText: qsTr("Yes")
    property string cancelText: qsTr("Cancel")
    property bool danger: false

    signal confirmed
    signal declined

    AppText {
        visible: text.length > 0
        text: sheet.message
        lineHeight: 1.2
        Layout.leftMargin: Theme.spacing4
        Layout.fillWidth: true
    }

    ActionButton {
        objectName: "confirm"
        text: sheet.confirmText
        fill: sheet.danger ? Theme.problem : Theme.primary
        label: sheet.danger ? Theme.inkOnProblem : Theme.inkOnPrimary
        Layout.topMargin: Theme.spacing8
        Layout.fillWidth: true
        onClicked: {
            sheet.close();
            sheet.confirmed();
        }
    }

    SecondaryButton {
        objectName: "cancel"
        text: sheet.cancelText
        focus: true
        Layout.fillWidth: true
        onClicked: {
            sheet.close();
            sheet.declined();
        }
    }
}

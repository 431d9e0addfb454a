import QtQuick
import QtQuick.Layouts

// What an empty page says: why it is empty and the one thing to do next.
ColumnLayout {
    id: state

    property string iconName
    property string title
    property string text
    property string buttonText
    property string buttonIconName

    signal clicked

    spacing: Theme.spacing12

    Rectangle {
        visible: state.iconName.length > 0
        implicitWidth: 88
        implicitHeight: 88
        radius: 44
        color: Theme.primaryTint
        Layout.alignment: Qt.AlignHCenter

        Icon {
            anchors.centerIn: parent
            name: state.iconName
            size: 44 / Theme.iconScale
            color: Theme.primary
        }
    }

    AppText {
        text: state.title
        kind: AppText.Title
        horizontalAlignment: Text.AlignHCenter
        Layout.topMargin: Theme.spacing4
        Layout.fillWidth: true
    }

    AppText {
        visible: text.length > 0
        text: state.text
        kind: AppText.Secondary
        lineHeight: 1.2
        horizontalAlignment: Text.AlignHCenter
        Layout.leftMargin: Theme.spacing16
        Layout.rightMargin: Theme.spacing16
        Layout.fillWidth: true
    }

    PrimaryButton {
        objectName: "button"
        visible: text.length > 0
        text: state.buttonText
        iconName: state.buttonIconName
        Layout.topMargin: Theme.spacing8
        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: state.width
        onClicked: state.clicked()
    }
}

import QtQuick
import QtQuick.Layouts

// The head of a page one came to: the way out, what it is about, and a few actions at the end.
Item {
    id: bar

    default property alias trailing: slot.data
    property string title
    property bool closes: false
    property bool showBack: true

    signal dismissed

    implicitWidth: 320
    implicitHeight: Math.max(Theme.actionHeight, row.implicitHeight + Theme.spacing8)

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: bar.showBack ? Theme.spacing4 : Theme.spacing16
        anchors.rightMargin: Theme.spacing8
        spacing: 0

        IconButton {
            objectName: "leave"
            visible: bar.showBack
            text: bar.closes ? qsTr("Close") : qsTr("Back")
            iconName: bar.closes ? "close" : "arrow_back"
            onClicked: bar.dismissed()
        }

        AppText {
            text: bar.title
            kind: AppText.Title
            lineHeight: 1
            Layout.fillWidth: true
        }

        RowLayout {
            id: slot

            Layout.fillWidth: false

            spacing: 0
        }
    }
}

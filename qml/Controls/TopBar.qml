import QtQuick
import QtQuick.Layouts

// The head of a page one came to: the way out, what it is about, and a few actions at the end. Large words take two
// lines, what it is above whose it is.
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
            readonly property bool large: Theme.textScale >= 1.5
            readonly property bool split: large && bar.title.includes(" · ")

            text: split ? bar.title.replace(" · ", "\n") : bar.title
            kind: large ? AppText.Strong : AppText.Title
            lineHeight: 1
            maximumLineCount: 2
            wrapMode: split ? Text.NoWrap : Text.Wrap
            elide: Text.ElideRight
            fontSizeMode: split ? Text.HorizontalFit : Text.FixedSize
            minimumPixelSize: Theme.secondarySize * 0.8
            Accessible.name: bar.title
            Layout.fillWidth: true
        }

        RowLayout {
            id: slot

            Layout.fillWidth: false

            spacing: 0
        }
    }
}

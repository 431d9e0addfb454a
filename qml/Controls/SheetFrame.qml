import QtQuick
import QtQuick.Layouts

// The inside of a sheet: handle, title, and a column that scrolls when it is taller than the screen.
FocusScope {
    id: frame

    property string title
    required property ColumnLayout column

    implicitHeight: head.height + column.implicitHeight
    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: title
    Component.onCompleted: {
        column.parent = flick.contentItem;
        column.width = Qt.binding(() => flick.width);
    }

    Column {
        id: head

        width: parent.width
        spacing: Theme.spacing16
        bottomPadding: Theme.spacing12

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 40
            height: 4
            radius: 2
            color: Theme.track
        }

        AppText {
            visible: text.length > 0
            x: Theme.spacing4
            width: parent.width - 2 * Theme.spacing4
            text: frame.title
            kind: AppText.Title
        }
    }

    Flickable {
        id: flick

        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: frame.column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: interactive
    }
}

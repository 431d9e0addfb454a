pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// A sheet that comes up from the bottom over the dimmed page. Escape, back and a touch outside close it.
T.Popup {
    id: sheet

    default property alias content: column.data
    property string title
    property alias contentSpacing: column.spacing

    parent: T.Overlay.overlay
    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? parent.height - height : 0
    width: parent ? Math.min(parent.width, Theme.formWidth) : Theme.formWidth
    height: parent ? Math.min(implicitHeight, parent.height - Theme.touchTarget) : implicitHeight
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.spacing16
    topPadding: Theme.spacing12
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    T.Overlay.modal: Rectangle {
        color: Theme.scrim

        Behavior on opacity {
            NumberAnimation { duration: Theme.durationShort }
        }
    }

    background: Rectangle {
        color: Theme.card
        radius: Theme.radiusSheet

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: parent.radius
            color: parent.color
        }
    }

    contentItem: SheetFrame {
        title: sheet.title
        column: column
    }

    ColumnLayout {
        id: column

        spacing: Theme.spacing12
    }

    enter: Transition {
        NumberAnimation {
            property: "y"
            from: sheet.parent ? sheet.parent.height : 0
            duration: Theme.durationMedium
            easing.type: Easing.OutCubic
        }
    }

    exit: Transition {
        NumberAnimation {
            property: "y"
            to: sheet.parent ? sheet.parent.height : 0
            duration: Theme.durationShort
            easing.type: Easing.InCubic
        }
    }
}

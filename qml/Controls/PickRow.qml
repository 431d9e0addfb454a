import QtQuick
import QtQuick.Layouts

// A find in a list of results, with a tick on the one that was taken.
Pressable {
    id: control

    property string title
    property string subtitle
    property bool selected: false
    property bool divider: false

    text: subtitle.length > 0 ? title + ", " + subtitle : title
    implicitWidth: 280
    implicitHeight: Math.max(Theme.actionHeight, row.implicitHeight + 2 * verticalPadding)
    verticalPadding: Theme.spacing12
    radius: Theme.radiusSmall
    leftInset: -Theme.spacing8
    rightInset: -Theme.spacing8
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: selected

    RowLayout {
        id: row

        x: control.leftPadding
        y: control.topPadding
        width: control.availableWidth
        height: control.availableHeight
        spacing: Theme.spacing12

        RowLines {
            title: control.title
            subtitle: control.subtitle
            Layout.fillWidth: true
        }

        Icon {
            name: control.selected ? "check_circle" : ""
            color: Theme.primary
        }
    }

    Divider {
        visible: control.divider
        width: parent.width
        anchors.bottom: parent.bottom
    }
}

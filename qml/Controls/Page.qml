import QtQuick
import QtQuick.Layouts

// A page that scrolls between its head and its foot. Children are laid out in a column, as wide as is good to read;
// what the keyboard reaches is scrolled into sight.
FocusScope {
    id: page

    default property alias content: column.data
    property alias header: head.data
    property alias footer: foot.data
    property alias contentSpacing: column.spacing
    property real sidePadding: Theme.spacing16
    property real widest: Theme.formWidth
    property string title
    readonly property Item focused: Window.activeFocusItem

    Accessible.role: Accessible.Pane
    Accessible.name: title
    onFocusedChanged: reveal(focused)

    function reveal(item: Item): void {
        if (!item || !page.activeFocus)
            return;
        const top = column.mapFromItem(item, 0, 0).y + column.y;
        if (top < 0 || top > flick.contentHeight)
            return;
        if (top < flick.contentY + Theme.spacing16)
            flick.contentY = Math.max(0, top - Theme.spacing16);
        else if (top + item.height > flick.contentY + flick.height - Theme.spacing16)
            flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height,
                                                  top + item.height - flick.height + Theme.spacing16));
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ColumnLayout {
            id: head

            spacing: 0
            Layout.fillHeight: false
            Layout.fillWidth: true
        }

        Flickable {
            id: flick

            contentHeight: column.implicitHeight + 2 * Theme.spacing16
            boundsBehavior: Flickable.StopAtBounds
            clip: contentHeight > height
            Layout.fillWidth: true
            Layout.fillHeight: true

            ColumnLayout {
                id: column

                x: Math.max(page.sidePadding, (flick.width - width) / 2)
                y: Theme.spacing8
                width: Math.min(flick.width - 2 * page.sidePadding, page.widest)
                spacing: Theme.spacing12
            }
        }

        ColumnLayout {
            id: foot

            spacing: 0
            Layout.fillHeight: false
            Layout.fillWidth: true
        }
    }
}

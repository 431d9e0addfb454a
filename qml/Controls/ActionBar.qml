import QtQuick
import QtQuick.Layouts

// The strip at the foot of a page with its main action; the actions share the width, large words stand in lines.
Rectangle {
    id: bar

    default property alias actions: row.data

    implicitWidth: 320
    implicitHeight: row.implicitHeight + 2 * Theme.spacing12 + Theme.hairline
    color: Theme.card

    Divider {
        width: parent.width
    }

    GridLayout {
        id: row

        x: Theme.spacing16
        y: Theme.spacing12 + Theme.hairline
        width: parent.width - 2 * Theme.spacing16
        columns: Theme.textScale >= 1.5 ? 1 : -1
        columnSpacing: Theme.spacing12
        rowSpacing: Theme.spacing8
    }
}

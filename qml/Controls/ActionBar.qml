import QtQuick
import QtQuick.Layouts

// The strip at the foot of a page with its main action; the actions share the width.
Rectangle {
    id: bar

    default property alias actions: row.data

    implicitWidth: 320
    implicitHeight: row.implicitHeight + 2 * Theme.spacing12 + Theme.hairline
    color: Theme.card

    Divider {
        width: parent.width
    }

    RowLayout {
        id: row

        x: Theme.spacing16
        y: Theme.spacing12 + Theme.hairline
        width: parent.width - 2 * Theme.spacing16
        spacing: Theme.spacing12
    }
}

pragma ComponentBehavior: Bound
import QtQuick

// A soft shadow from a few rounded rectangles, so that it looks the same without a graphics card.
Item {
    id: shade

    property real around: Theme.radiusCard
    property int depth: 6

    anchors.fill: parent

    Repeater {
        model: shade.depth

        Rectangle {
            required property int index

            anchors.fill: parent
            anchors.margins: -2 * index
            anchors.topMargin: Theme.spacing4 - 2 * index
            anchors.bottomMargin: -Theme.spacing4 - 2 * index
            radius: shade.around + 2 * index
            color: Theme.shadow
            opacity: 1 / (shade.depth - 1)
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick

// The places of the app along the side of a tablet.
Rectangle {
    id: rail

    required property NavPlaces items
    property int currentIndex: 0

    signal chosen(int index)

    implicitWidth: Math.max(92, Theme.scaled(72))
    implicitHeight: column.height + 2 * Theme.spacing24
    color: Theme.card
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Column {
        id: column

        y: Theme.spacing24
        width: parent.width
        spacing: Theme.spacing4

        Repeater {
            model: rail.items.places

            NavButton {
                required property int index
                required property NavItem modelData

                objectName: "tab_" + modelData.name
                width: rail.width
                text: modelData.text
                iconName: modelData.iconName
                badge: modelData.badge
                current: index === rail.currentIndex
                onClicked: rail.chosen(index)
            }
        }
    }

    Rectangle {
        anchors.right: parent.right
        width: Theme.hairline
        height: parent.height
        color: Theme.line
    }
}

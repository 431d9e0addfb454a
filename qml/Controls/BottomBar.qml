pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// The places of the app along the bottom of a phone.
Rectangle {
    id: bar

    required property NavPlaces items
    property int currentIndex: 0

    signal chosen(int index)

    implicitWidth: 360
    implicitHeight: row.implicitHeight + Theme.spacing8
    color: Theme.card
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Divider {
        width: parent.width
    }

    RowLayout {
        id: row

        y: Theme.hairline
        width: parent.width
        spacing: 0

        Repeater {
            model: bar.items.places

            NavButton {
                required property int index
                required property NavItem modelData

                objectName: "tab_" + modelData.name
                text: modelData.text
                iconName: modelData.iconName
                badge: modelData.badge
                current: index === bar.currentIndex
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: bar.chosen(index)
            }
        }
    }
}

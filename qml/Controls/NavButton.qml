import QtQuick

// A place in the bottom bar or the rail: picture in a pill, word beneath, and a count when something waits there.
Pressable {
    id: control

    property string iconName
    property int badge: 0
    property bool current: false
    property bool pill: true

    implicitWidth: 80
    topPadding: Theme.spacing8
    bottomPadding: Theme.spacing8
    radius: Theme.radiusField
    Accessible.role: Accessible.PageTab
    Accessible.selected: current
    Accessible.description: badge > 0 ? qsTr("%n waiting", "", badge) : ""

    contentItem: Column {
        spacing: 2

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width - Theme.spacing4, 64 * Theme.iconScale)
            height: 32 * Theme.iconScale
            radius: height / 2
            color: control.current && control.pill ? Theme.primaryTint : "transparent"

            Icon {
                anchors.centerIn: parent
                name: control.iconName
                color: control.current ? Theme.primary : Theme.softInk
            }

            CountBadge {
                x: parent.width / 2 + Theme.spacing4
                y: -Theme.spacing4 / 2
                count: control.badge
            }
        }

        AppText {
            width: parent.width
            text: control.text
            kind: AppText.Caption
            // Four words share a phone's width: they grow with the rest as far as that allows.
            font.pixelSize: Math.min(Theme.labelSize, Theme.navSizeMost)
            font.weight: control.current ? Font.Bold : Font.Medium
            color: control.current ? Theme.primary : Theme.softInk
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}

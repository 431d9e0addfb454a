import QtQuick

// A picture on a tinted rounded square, the mark at the start of a row.
Rectangle {
    id: badge

    property string iconName
    property int tone: Tone.Primary
    property real size: 40

    implicitWidth: size * Theme.iconScale
    implicitHeight: implicitWidth
    radius: Theme.radiusSmall
    color: Theme.tint(tone)

    Icon {
        anchors.centerIn: parent
        name: badge.iconName
        size: badge.size * 0.55
        color: Theme.iconOn(badge.tone)
    }
}

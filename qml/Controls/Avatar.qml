import QtQuick

// A person's initials in a circle; the name stands beside it.
Rectangle {
    id: avatar

    property string initials
    property real size: 44

    implicitWidth: size * Theme.iconScale
    implicitHeight: implicitWidth
    radius: width / 2
    color: Theme.primaryTint
    Accessible.ignored: true

    AppText {
        anchors.centerIn: parent
        text: avatar.initials
        kind: AppText.Strong
        font.pixelSize: avatar.width * 0.37
        font.weight: Font.Bold
        color: Theme.primary
        Accessible.ignored: true
    }
}

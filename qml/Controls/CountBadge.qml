import QtQuick

// How many wait at a place, on its picture. The button says it in words.
Rectangle {
    id: badge

    property int count: 0

    visible: count > 0
    width: Math.max(height, number.width + Theme.spacing8)
    height: number.height + 2
    radius: height / 2
    color: Theme.problem
    Accessible.ignored: true

    AppText {
        id: number

        anchors.centerIn: parent
        text: badge.count > 99 ? "99+" : badge.count
        kind: AppText.Caption
        font.pixelSize: 12 * Theme.iconScale
        font.weight: Font.Bold
        color: Theme.inkOnProblem
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}

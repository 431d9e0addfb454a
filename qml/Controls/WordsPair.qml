import QtQuick

// Two short texts at both ends of a line; the second goes below the first when they do not fit.
Item {
    id: pair

    property string first
    property string second
    property bool large: false
    property bool firstStrong: false
    property bool secondStrong: false
    readonly property bool oneLine: start.implicitWidth + end.implicitWidth + Theme.spacing12 <= width

    implicitWidth: start.implicitWidth + end.implicitWidth + Theme.spacing12
    implicitHeight: oneLine ? Math.max(start.height, end.height) : start.height + end.height + 2

    AppText {
        id: start

        width: pair.oneLine ? implicitWidth : pair.width
        text: pair.first
        kind: pair.large ? AppText.Body : AppText.Secondary
        soft: false
        font.weight: pair.firstStrong ? Font.DemiBold : Font.Normal
        Accessible.ignored: true
    }

    AppText {
        id: end

        x: pair.oneLine ? pair.width - width : 0
        y: pair.oneLine ? (pair.height - height) / 2 : start.height + 2
        width: pair.oneLine ? implicitWidth : pair.width
        text: pair.second
        kind: AppText.Secondary
        soft: !pair.secondStrong
        font.weight: pair.secondStrong ? Font.DemiBold : Font.Normal
        Accessible.ignored: true
    }
}

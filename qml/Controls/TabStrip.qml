pragma ComponentBehavior: Bound
import QtQuick

// The parts of a page side by side; scrolls along when they do not fit. Arrow keys move between them.
Item {
    id: strip

    property list<string> tabs
    property int currentIndex: 0

    signal chosen(int index)

    implicitWidth: 320
    implicitHeight: Math.max(Theme.touchTarget, Theme.scaled(48))
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Parts of this page")

    function go(index: int): void {
        if (index < 0 || index >= tabs.length)
            return;
        list.positionViewAtIndex(index, ListView.Contain);
        const tab = list.itemAtIndex(index);
        if (tab)
            tab.forceActiveFocus(Qt.TabFocusReason);
        chosen(index);
    }

    Divider {
        width: parent.width
        anchors.bottom: parent.bottom
    }

    ListView {
        id: list

        anchors.fill: parent
        anchors.leftMargin: Theme.spacing8
        orientation: ListView.Horizontal
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 2000
        model: strip.tabs
        currentIndex: strip.currentIndex
        highlightMoveDuration: Theme.durationMedium
        highlightRangeMode: ListView.ApplyRange
        preferredHighlightBegin: Theme.spacing24
        preferredHighlightEnd: width - Theme.spacing24

        delegate: Pressable {
            id: tab

            required property int index
            required property string modelData
            readonly property bool current: index === strip.currentIndex

            text: modelData
            height: list.height
            horizontalPadding: Theme.spacing12
            radius: Theme.radiusSmall
            Accessible.role: Accessible.PageTab
            Accessible.selected: current
            Keys.onLeftPressed: strip.go(index - 1)
            Keys.onRightPressed: strip.go(index + 1)
            onClicked: strip.chosen(index)

            contentItem: AppText {
                text: tab.text
                font.weight: Font.DemiBold
                font.pixelSize: Theme.secondarySize + 1
                color: tab.current ? Theme.primary : Theme.softInk
                verticalAlignment: Text.AlignVCenter
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }

            Rectangle {
                visible: tab.current
                width: parent.width
                height: 3
                anchors.bottom: parent.bottom
                color: Theme.primary
            }
        }
    }
}

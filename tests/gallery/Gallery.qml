import QtQuick
import Doorstep.Controls

// One page a family of controls; section chooses which one is shown.
Item {
    id: gallery

    property int section: 0
    property bool dark: false
    property real textScale: 1
    readonly property list<string> names: ["Buttons", "Rows", "Forms", "Figures", "Shell", "Questions", "Sheet", "Picker", "Pin"]
    readonly property real wantedHeight: tabs.height + place.implicitHeight

    onDarkChanged: Theme.dark = dark
    onTextScaleChanged: Theme.textScale = textScale

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    TabStrip {
        id: tabs

        width: parent.width
        tabs: gallery.names
        currentIndex: gallery.section
        onChosen: index => gallery.section = index
    }

    Loader {
        id: place

        anchors.top: tabs.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        source: gallery.names[gallery.section] + "Page.qml"
    }
}

import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

Page {
    id: page

    readonly property NavPlaces places: NavPlaces {
        NavItem { text: "Today"; iconName: "event" }
        NavItem { text: "People"; iconName: "groups" }
        NavItem { text: "Impact"; iconName: "show_chart" }
        NavItem { text: "Sync"; iconName: "sync"; badge: 3 }
    }

    implicitHeight: 844
    header: ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        TopBar {
            title: "Margaret Ellis"
            Layout.fillWidth: true
            IconButton { text: "Call"; iconName: "call" }
            IconButton { text: "More"; iconName: "more_vert" }
        }
        RowLayout {
            spacing: 12
            Layout.margins: 16
            Avatar { initials: "ME"; size: 60 }
            ColumnLayout {
                AppText { text: "Margaret Ellis"; kind: AppText.PageTitle; Layout.fillWidth: true }
                AppText { text: "78 · lives alone · West Belfast"; kind: AppText.Secondary; Layout.fillWidth: true }
            }
        }
        TabStrip { tabs: ["Timeline", "Goals", "Measures", "Signposts", "About"]; currentIndex: 1; Layout.fillWidth: true }
    }
    footer: BottomBar { items: page.places; Layout.fillWidth: true }

    NavRail { items: page.places; currentIndex: 1; Layout.preferredHeight: implicitHeight }
}

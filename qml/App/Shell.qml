import QtQuick
import Doorstep.Controls
import Doorstep.Ui

// The pages of an unlocked phone. Narrow: a place above the bottom bar, and whatever was opened from it covers both.
// Wide: rail, place and what was opened stand side by side. Turning the device moves the pages and makes none anew.
// While the phone is handed over the question fills the window and nothing else is in reach.
FocusScope {
    id: shell

    required property AppViewModel app
    readonly property bool wide: width >= Theme.wideFrom
    readonly property bool handedOver: app.isHandedOver
    // Side by side: there is room, and nobody else is looking.
    readonly property bool beside: wide && !handedOver
    readonly property real listWidth: Math.min(Math.max(380, Theme.scaled(320)), width * 0.45)

    focus: true
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Escape || event.key === Qt.Key_Back
                || (event.key === Qt.Key_Left && event.modifiers & Qt.AltModifier))
            event.accepted = shell.app.back();
    }

    function recordFor(person: string, name: string): void {
        sheet.askFor(person, name.split(" ")[0]);
    }

    NavPlaces {
        id: navigation

        NavItem {
            name: "today"
            text: qsTr("Today")
            iconName: "event"
        }

        NavItem {
            name: "people"
            text: qsTr("People")
            iconName: "groups"
        }

        NavItem {
            name: "sync"
            text: qsTr("Sync")
            iconName: "sync"
            badge: shell.app.sync.needsAttention
        }
    }

    NavRail {
        id: rail

        objectName: "rail"
        visible: shell.beside
        height: parent.height
        items: navigation
        currentIndex: shell.app.place
        onChosen: index => shell.app.place = index
    }

    PlaceStack {
        id: places

        app: shell.app
        objectName: "places"
        wide: shell.wide
        visible: shell.beside || !shell.app.hasDetail
        x: shell.wide ? rail.width : 0
        width: shell.wide ? shell.listWidth : shell.width
        height: shell.wide ? shell.height : shell.height - bar.height
        onRecordAsked: who.open()
    }

    Rectangle {
        visible: shell.beside
        x: places.x + places.width
        width: Theme.hairline
        height: parent.height
        color: Theme.line
    }

    BottomBar {
        id: bar

        objectName: "bottomBar"
        visible: !shell.wide && !shell.app.hasDetail
        width: parent.width
        anchors.bottom: parent.bottom
        items: navigation
        currentIndex: shell.app.place
        onChosen: index => shell.app.place = index
    }

    DetailStack {
        app: shell.app
        wide: shell.wide
        visible: shell.wide || shell.app.hasDetail
        objectName: "detail"
        x: shell.beside ? places.x + places.width + Theme.hairline : 0
        width: shell.width - x
        height: shell.height
        focus: shell.app.hasDetail
        onRecordAsked: (person, name) => shell.recordFor(person, name)
    }

    WhoSheet {
        id: who

        objectName: "whoSheet"
        people: shell.app.people
        onChosen: (person, name) => shell.recordFor(person, name)
    }

    RecordSheet {
        id: sheet

        objectName: "recordSheet"
        app: shell.app
    }
}

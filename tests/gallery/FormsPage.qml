import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

Page {
    header: TopBar {
        title: "Visit · Margaret Ellis"
        closes: true
        Layout.fillWidth: true
        SavedMark { Layout.rightMargin: 8 }
    }
    footer: ActionBar {
        Layout.fillWidth: true
        PrimaryButton { text: "Finish"; Layout.fillWidth: true }
    }
    implicitHeight: 1850 * (1 + (Theme.textScale - 1) * 0.9)

    FormSection {
        label: "When"
        Layout.fillWidth: true
        GridLayout {
            columns: Theme.textScale > 1.4 ? 1 : 2
            DateTimeField { value: new Date(2026, 10, 24, 10, 2); display: "Today 10:02"; label: ""; Layout.fillWidth: true; Layout.preferredWidth: 2 }
            NumberField { unit: "min"; value: 75; iconName: "timer"; Layout.fillWidth: true; Layout.preferredWidth: 1 }
        }
        ChipGroup {
            label: "How long"
            Layout.fillWidth: true
            Chip { text: "30" } Chip { text: "45" } Chip { text: "60" } Chip { text: "75"; selected: true } Chip { text: "90" } Chip { text: "2 h" }
        }
    }
    FormSection {
        label: "Where"
        Layout.fillWidth: true
        ChipGroup {
            label: "Where"
            Layout.fillWidth: true
            model: ListModel {
                ListElement { label: "At home"; code: "home"; selected: true }
                ListElement { label: "Community venue"; code: "venue"; selected: false }
                ListElement { label: "Community activity"; code: "activity"; selected: false }
                ListElement { label: "Café or pub"; code: "cafe"; selected: false }
                ListElement { label: "Library"; code: "library"; selected: false }
                ListElement { label: "Somewhere with a really very long name that has to wrap"; code: "long"; selected: false }
            }
        }
    }
    ChipGroup {
        label: "Add"
        Layout.fillWidth: true
        Chip { text: "Signpost"; iconName: "add"; tinted: true }
        Chip { text: "Journey"; iconName: "directions_bus"; tinted: true }
        Chip { text: "Measure"; iconName: "assignment"; tinted: true }
    }
    FormSection {
        label: "How did you travel"
        Layout.fillWidth: true
        TileGroup {
            label: "How did you travel"
            Layout.fillWidth: true
            model: ListModel {
                ListElement { label: "Bus"; code: "bus"; selected: true; iconName: "directions_bus" }
                ListElement { label: "Train"; code: "train"; selected: false; iconName: "train" }
                ListElement { label: "My car"; code: "car"; selected: false; iconName: "directions_car" }
                ListElement { label: "On foot"; code: "walk"; selected: false; iconName: "directions_walk" }
                ListElement { label: "Taxi"; code: "taxi"; selected: false; iconName: "local_taxi" }
                ListElement { label: "Community transport"; code: "ct"; selected: false; iconName: "airport_shuttle" }
                ListElement { label: "Accessible vehicle"; code: "av"; selected: false; iconName: "accessible_forward" }
                ListElement { label: "Other"; code: "other"; selected: false; iconName: "more_horiz" }
            }
        }
    }
    TextField { label: "From"; text: "Home"; iconName: "home"; Layout.fillWidth: true }
    TextField { label: "Phone"; placeholderText: "Landline or mobile"; error: "The hub does not know this kind of number. Write it with the area code."; text: "55 0142"; Layout.fillWidth: true }
    NumberField { label: "Miles"; unit: "miles"; value: 2.4; decimals: 1; hint: "Bus journeys are not claimed as mileage."; Layout.fillWidth: true }
    TextArea { label: "Notes"; text: "Talked about the bowls club; she will try Thursday’s session if somebody walks in with her."; Layout.fillWidth: true }
    TextArea { placeholderText: "In her own words"; minimumLines: 2; Layout.fillWidth: true }
    FormSection {
        label: "How far has it got?"
        Layout.fillWidth: true
        Card {
            spacing: 0
            padding: Theme.spacing12
            Layout.fillWidth: true
            RadioRow { title: "Told about it"; trailingText: "24 Nov"; mark: RadioRow.Done; Layout.fillWidth: true; Layout.leftMargin: 4 }
            RadioRow { title: "Going to go"; trailingText: "26 Nov"; mark: RadioRow.Current; Layout.fillWidth: true; Layout.leftMargin: 4 }
            RadioRow { title: "Went"; Layout.fillWidth: true; Layout.leftMargin: 4 }
            RadioRow { title: "Did not work out"; mark: RadioRow.Failed; Layout.fillWidth: true; Layout.leftMargin: 4 }
        }
        Card {
            spacing: 0
            Layout.fillWidth: true
            PickRow { title: "Falls Bowls Club"; subtitle: "Hobbies and social · 0.8 miles · step-free"; selected: true; divider: true; Layout.fillWidth: true }
            PickRow { title: "Indoor bowls, Andersonstown"; subtitle: "Leisure centre · 2.1 miles"; Layout.fillWidth: true }
        }
    }
}

import QtQuick
import QtQuick.Layouts

// Where a day and a time are picked from a month and two counters, or typed.
BottomSheet {
    id: sheet

    property date draft: new Date()
    property bool showDate: true
    property bool showTime: true
    property date from
    property date to
    readonly property string dayPattern: "dd/MM/yyyy"

    signal picked(date value)

    function show(value: date): void {
        draft = value;
        calendar.month = new Date(value.getFullYear(), value.getMonth(), 1);
        typed.error = "";
        open();
    }

    function takeDay(day: date): void {
        draft = new Date(day.getFullYear(), day.getMonth(), day.getDate(), draft.getHours(), draft.getMinutes());
        typed.error = "";
    }

    function takeTime(hours: int, minutes: int): void {
        draft = new Date(draft.getFullYear(), draft.getMonth(), draft.getDate(), hours, minutes);
    }

    function readDay(text: string): void {
        const day = Date.fromLocaleDateString(Qt.locale(), text, dayPattern);
        if (isNaN(day.getTime()) || !calendar.within(day)) {
            typed.error = qsTr("Write it as day/month/year");
            return;
        }
        takeDay(day);
        calendar.month = new Date(day.getFullYear(), day.getMonth(), 1);
    }

    TextField {
        id: typed

        visible: sheet.showDate
        label: qsTr("Day")
        iconName: "event"
        text: sheet.draft.toLocaleDateString(Qt.locale(), sheet.dayPattern)
        inputMethodHints: Qt.ImhDate
        Layout.fillWidth: true
        onFinished: sheet.readDay(text)
    }

    CalendarMonth {
        id: calendar

        visible: sheet.showDate
        value: sheet.draft
        from: sheet.from
        to: sheet.to
        Layout.fillWidth: true
        onPicked: day => sheet.takeDay(day)
    }

    Flow {
        visible: sheet.showTime
        spacing: Theme.spacing16
        Layout.fillWidth: true

        Stepper {
            label: qsTr("Hour")
            value: sheet.draft.getHours()
            to: 23
            onStepped: value => sheet.takeTime(value, sheet.draft.getMinutes())
        }

        Stepper {
            label: qsTr("Minute")
            value: sheet.draft.getMinutes()
            step: 5
            onStepped: value => sheet.takeTime(sheet.draft.getHours(), value)
        }
    }

    PrimaryButton {
        objectName: "choose"
        text: qsTr("Choose")
        enabled: typed.error.length === 0
        Layout.fillWidth: true
        onClicked: {
            sheet.close();
            sheet.picked(sheet.draft);
        }
    }
}

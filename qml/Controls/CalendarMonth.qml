pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// One month to pick a day from; weeks begin as the locale says.
ColumnLayout {
    id: calendar

    property date value
    property date from: new Date(1900, 0, 1)
    property date to: new Date(2200, 0, 1)
    property date month: new Date(value.getFullYear(), value.getMonth(), 1)
    readonly property int firstWeekday: Qt.locale().firstDayOfWeek % 7
    readonly property int lead: (month.getDay() - firstWeekday + 7) % 7

    signal picked(date day)

    spacing: Theme.spacing4

    function dayAt(cell: int): date {
        return new Date(month.getFullYear(), month.getMonth(), cell - lead + 1);
    }

    function turn(by: int): void {
        month = new Date(month.getFullYear(), month.getMonth() + by, 1);
    }

    function within(day: date): bool {
        return day.getTime() >= new Date(from.getFullYear(), from.getMonth(), from.getDate()).getTime()
            && day.getTime() <= to.getTime();
    }

    RowLayout {
        Layout.fillWidth: true

        IconButton {
            text: qsTr("Previous month")
            iconName: "chevron_left"
            onClicked: calendar.turn(-1)
        }

        AppText {
            text: calendar.month.toLocaleDateString(Qt.locale(), "MMMM yyyy")
            kind: AppText.Strong
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        IconButton {
            text: qsTr("Next month")
            iconName: "chevron_right"
            onClicked: calendar.turn(1)
        }
    }

    GridLayout {
        columns: 7
        columnSpacing: 0
        rowSpacing: 0
        Layout.fillWidth: true

        Repeater {
            model: 7

            AppText {
                required property int index

                text: Qt.locale().dayName((calendar.firstWeekday + index) % 7, Locale.ShortFormat)
                kind: AppText.Caption
                soft: true
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Accessible.ignored: true
            }
        }

        Repeater {
            model: 42

            CalendarDay {
                required property int index

                day: calendar.dayAt(index)
                inMonth: day.getMonth() === calendar.month.getMonth()
                chosen: day.toDateString() === calendar.value.toDateString()
                enabled: inMonth && calendar.within(day)
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                onClicked: calendar.picked(day)
            }
        }
    }
}

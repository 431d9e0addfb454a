import QtQuick
import QtQuick.Layouts

// A day, a time or both; pressing it opens the sheet where it is picked or typed.
FormSection {
    id: field

    property date value
    property bool known: true
    property bool showDate: true
    property bool showTime: true
    property date from: new Date(1900, 0, 1)
    property date to: new Date(2200, 0, 1)
    property string iconName: showDate ? "event" : "schedule"
    property string placeholderText: showDate ? qsTr("Choose a day") : qsTr("Choose a time")
    property string display: format(value)

    signal picked(date value)

    announced: false

    function format(moment: date): string {
        const pattern = (showDate ? "ddd d MMM yyyy" : "") + (showDate && showTime ? ", " : "") + (showTime ? "HH:mm" : "");
        return moment.toLocaleString(Qt.locale(), pattern);
    }

    Pressable {
        id: box

        objectName: "open"
        text: field.label + ", " + (field.known ? field.display : field.placeholderText)
        implicitHeight: Math.max(Theme.touchTarget + 2, implicitContentHeight + 2 * Theme.spacing8)
        horizontalPadding: Theme.spacing16
        radius: Theme.radiusField
        fill: Theme.card
        edge: field.error.length > 0 ? Theme.problem : Theme.line
        Layout.fillWidth: true
        Accessible.role: Accessible.ButtonDropDown
        Accessible.description: field.error
        onClicked: sheet.show(field.known ? field.value : new Date())

        contentItem: RowLayout {
            spacing: Theme.spacing12

            Icon {
                name: field.iconName
                color: Theme.softInk
            }

            AppText {
                text: field.known ? field.display : field.placeholderText
                soft: !field.known
                Layout.fillWidth: true
                Accessible.ignored: true
            }
        }
    }

    DateTimeSheet {
        id: sheet

        title: field.label
        showDate: field.showDate
        showTime: field.showTime
        from: field.from
        to: field.to
        onPicked: value => field.picked(value)
    }
}

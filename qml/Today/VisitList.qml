pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

// The day's visits and calls in their order. The next one can be started from its row.
Card {
    id: list

    required property QtObject visits
    property bool canStart: true

    signal personAsked(string person)
    signal startAsked(int row)

    spacing: 0

    Repeater {
        id: rows

        model: list.visits

        CardRow {
            id: row

            required property int index
            required property string person
            required property string mark
            required property bool isDone
            required trailingTone
            required iconName
            required tone
            required title
            required subtitle

            objectName: "visitRow_" + index
            trailingText: mark
            chevron: isDone && mark.length === 0
            divider: index < rows.count - 1
            Layout.fillWidth: true
            onClicked: list.personAsked(person)

            PlainButton {
                objectName: "startVisit_" + row.index
                visible: list.canStart && !row.isDone
                text: qsTr("Start")
                compact: true
                Accessible.name: qsTr("Start: %1").arg(row.title)
                onClicked: list.startAsked(row.index)
            }
        }
    }
}

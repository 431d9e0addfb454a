pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

// Who needs something this week, the most urgent first.
Card {
    id: list

    required property QtObject needs
    property bool hasNeeds: false
    property int unshown: 0

    signal personAsked(string person)
    signal allAsked

    spacing: 0

    AppText {
        visible: !list.hasNeeds
        text: qsTr("Nobody is waiting. Reviews, follow-ups and people without a second contact appear here.")
        kind: AppText.Secondary
        Layout.fillWidth: true
    }

    Repeater {
        id: rows

        model: list.needs

        CardRow {
            required property int index
            required property string person
            required property string mark
            required iconName
            required title
            required subtitle

            objectName: "needRow_" + index
            tone: Tone.Attention
            trailingText: mark
            trailingTone: Tone.Attention
            chevron: false
            divider: index < rows.count - 1
            Layout.fillWidth: true
            onClicked: list.personAsked(person)
        }
    }

    PlainButton {
        objectName: "allNeedsButton"
        visible: list.unshown > 0
        text: qsTr("%1 more").arg(list.unshown)
        compact: true
        Layout.alignment: Qt.AlignHCenter
        onClicked: list.allAsked()
    }
}

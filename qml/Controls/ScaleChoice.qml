pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// A number on a scale, all numbers in sight, with the words of both ends.
ColumnLayout {
    id: scale

    property string label
    property int value: -1
    property int from: 0
    property int to: 10
    property string lowText
    property string highText

    signal chosen(int value)

    spacing: Theme.spacing8
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    GridLayout {
        columns: Math.max(3, Math.min(scale.to - scale.from + 1, Math.floor((width + columnSpacing) / (Theme.scaled(56) + columnSpacing))))
        columnSpacing: Theme.spacing8
        rowSpacing: Theme.spacing8
        Layout.fillWidth: true

        Repeater {
            model: scale.to - scale.from + 1

            Pressable {
                id: number

                required property int index
                readonly property int amount: scale.from + index
                readonly property bool selected: amount === scale.value

                text: amount
                fill: selected ? Theme.primary : Theme.card
                edge: selected ? "transparent" : Theme.line
                radius: Theme.radiusField
                implicitHeight: Math.max(Theme.actionHeight, Theme.scaled(48))
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Accessible.role: Accessible.RadioButton
                Accessible.checkable: true
                Accessible.checked: selected
                onClicked: scale.chosen(amount)

                contentItem: AppText {
                    text: number.text
                    kind: AppText.Title
                    font.underline: number.selected
                    color: number.selected ? Theme.inkOnPrimary : Theme.ink
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    Accessible.ignored: true
                }
            }
        }
    }

    WordsPair {
        first: scale.lowText
        second: scale.highText
        Layout.fillWidth: true
    }
}

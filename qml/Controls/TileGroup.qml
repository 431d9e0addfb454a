pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// Picture tiles in even columns: four on a phone, fewer when the words grow.
GridLayout {
    id: group

    property string label
    property alias model: choices.model
    readonly property real tileWidth: Theme.scaled(88)

    signal toggled(int index)

    columns: Math.max(2, Math.min(8, Math.floor((width + columnSpacing) / (tileWidth + columnSpacing))))
    columnSpacing: Theme.spacing8
    rowSpacing: Theme.spacing8
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    Repeater {
        id: choices

        delegate: IconTile {
            required property int index
            required property string label
            required property string code
            required selected
            required iconName

            objectName: code
            text: label
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            onClicked: group.toggled(index)
        }
    }
}

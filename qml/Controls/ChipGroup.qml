pragma ComponentBehavior: Bound
import QtQuick

// Chips that flow over as many rows as they need. Takes a model with the roles label, code and selected, or Chip children.
Flow {
    id: group

    property string label
    property alias model: choices.model

    signal toggled(int index)

    spacing: 0
    Accessible.role: Accessible.Grouping
    Accessible.name: label

    Repeater {
        id: choices

        delegate: Chip {
            required property int index
            required property string label
            required property string code
            required selected

            objectName: code
            text: label
            width: group.width > 0 ? Math.min(implicitWidth, group.width) : implicitWidth
            onClicked: group.toggled(index)
        }
    }
}

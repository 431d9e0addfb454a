import QtQuick
import Doorstep.Controls
import Doorstep.Ui

// Why there is no answer: nobody asked, they would rather not say, nobody knows.
ChipGroup {
    id: group

    required property FormField field

    Chip {
        objectName: "notAskedChip"
        text: qsTr("Not asked yet")
        selected: group.field.emptyState === "not-asked"
        onClicked: group.field.choose("not-asked")
    }

    Chip {
        objectName: "declinedChip"
        text: qsTr("Rather not say")
        selected: group.field.emptyState === "declined"
        onClicked: group.field.choose("declined")
    }

    Chip {
        objectName: "notKnownChip"
        text: qsTr("Not known")
        selected: group.field.emptyState === "not-known"
        onClicked: group.field.choose("not-known")
    }
}

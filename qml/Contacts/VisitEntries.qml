pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// What was made within the visit, and the way to make more.
FormSection {
    id: section

    required property VisitFormViewModel form

    label: qsTr("Told about or introduced to")

    Card {
        visible: entries.count > 0
        spacing: 0
        Layout.fillWidth: true

        Repeater {
            id: entries

            model: section.form.entries

            CardRow {
                required property int index

                required iconName
                required title
                required subtitle
                objectName: "entry_" + index
                divider: index < entries.count - 1
                Layout.fillWidth: true
                onClicked: section.form.openEntry(index)
            }
        }
    }

    ChipGroup {
        label: qsTr("Add")
        Layout.fillWidth: true

        Chip {
            objectName: "signpostButton"
            text: qsTr("Signpost")
            iconName: "add"
            tinted: true
            onClicked: section.form.addSignpost()
        }

        Chip {
            objectName: "journeyButton"
            text: qsTr("Journey")
            iconName: "directions_bus"
            tinted: true
            onClicked: section.form.addJourney()
        }

        Chip {
            objectName: "measureButton"
            text: qsTr("Measure")
            iconName: "assignment"
            tinted: true
            onClicked: instruments.open()
        }
    }

    BottomSheet {
        id: instruments

        objectName: "instrumentSheet"
        title: qsTr("Which measure?")

        Repeater {
            model: section.form.instruments

            PickRow {
                required property int index
                required property string label
                required property string code

                objectName: "instrument_" + code
                title: label
                Layout.fillWidth: true
                onClicked: {
                    instruments.close();
                    section.form.addMeasure(index);
                }
            }
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// After a visit: three questions with one tap each. A yes opens the form that belongs to it.
FormSection {
    id: section

    required property VisitFormViewModel form

    label: qsTr("Before you finish")

    component Question: RowLayout {
        id: row

        property string name
        property string text
        property FormField field

        signal answered(int index)

        spacing: Theme.spacing8
        Layout.fillWidth: true
        Layout.fillHeight: false

        AppText {
            text: row.text
            Layout.fillWidth: true
            Accessible.ignored: true
        }

        ChipGroup {
            objectName: row.name
            label: row.text
            model: row.field.options
            Layout.preferredWidth: implicitWidth
            Layout.alignment: Qt.AlignVCenter
            onToggled: index => row.answered(index)
        }
    }

    Card {
        spacing: 0
        Layout.fillWidth: true

        Question {
            name: "pointedChip"
            text: qsTr("Pointed them to something?")
            field: section.form.pointed
            onAnswered: index => section.form.answerPointed(index)
        }

        Question {
            name: "travelledChip"
            text: qsTr("Travelled together?")
            field: section.form.travelled
            onAnswered: index => section.form.answerTravelled(index)
        }

        Question {
            name: "phonedChip"
            text: qsTr("Phoned anyone about them?")
            field: section.form.phoned
            onAnswered: index => section.form.answerPhoned(index)
        }
    }
}

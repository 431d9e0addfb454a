pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// A visit on one page: when and where, who was there, the goals, what they were told about, notes, and three questions.
Page {
    id: page

    required property VisitFormViewModel form

    title: form.title
    header: ContactHeader {
        form: page.form
        Layout.fillWidth: true
    }
    footer: ActionBar {
        Layout.fillWidth: true

        PrimaryButton {
            objectName: "finishButton"
            text: qsTr("Finish")
            Layout.fillWidth: true
            onClicked: page.form.finish()
        }
    }

    ContactTime {
        form: page.form
        Layout.fillWidth: true
    }

    FormSection {
        label: qsTr("Where")
        error: page.form.location.error
        Layout.fillWidth: true

        ChipGroup {
            objectName: "locationChip"
            label: qsTr("Where")
            model: page.form.location.options
            Layout.fillWidth: true
            onToggled: index => page.form.location.pick(index)

            Chip {
                objectName: "moreLocations"
                visible: page.form.location.options.hasMore
                text: qsTr("More…")
                onClicked: page.form.location.options.showAll()
            }
        }
    }

    FormSection {
        label: qsTr("Who was there")
        Layout.fillWidth: true

        ChipGroup {
            objectName: "whoChip"
            label: qsTr("Who was there")
            model: page.form.who
            Layout.fillWidth: true
            onToggled: index => page.form.pickWho(index)

            Chip {
                objectName: "moreWorkers"
                visible: page.form.who.hasMore
                text: qsTr("Add…")
                onClicked: page.form.who.showAll()
            }
        }
    }

    VisitTakeUps {
        form: page.form
        Layout.fillWidth: true
    }

    VisitGoals {
        form: page.form
        Layout.fillWidth: true
    }

    VisitEntries {
        form: page.form
        Layout.fillWidth: true
    }

    TextArea {
        objectName: "noteField"
        label: qsTr("Notes")
        text: page.form.note.text
        error: page.form.note.error
        minimumLines: 3
        Layout.fillWidth: true
        onEdited: text => page.form.note.setText(text)
        onFinished: page.form.note.settle()
    }

    VisitQuestions {
        form: page.form
        Layout.fillWidth: true
    }

    PlainButton {
        objectName: "discardButton"
        text: qsTr("Discard this")
        soft: true
        Layout.alignment: Qt.AlignHCenter
        onClicked: page.form.isRecorded ? removal.open() : page.form.discard()
    }

    ConfirmSheet {
        id: removal

        objectName: "removeSheet"
        title: qsTr("Remove this visit?")
        message: qsTr("What you pointed them to and the journey stay.")
        confirmText: qsTr("Remove")
        danger: true
        onConfirmed: page.form.discard()
    }
}

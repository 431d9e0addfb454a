pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// A signpost: to which place, how far it has got, and how the person gets there.
Page {
    id: page

    required property SignpostFormViewModel form

    title: form.title
    header: ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        Layout.fillHeight: false

        TopBar {
            title: page.form.title
            closes: true
            Layout.fillWidth: true
            onDismissed: page.form.leave()

            SavedMark {
                objectName: "savedMark"
                saved: page.form.isSaved
                text: page.form.savedText
                Layout.rightMargin: Theme.spacing8
            }
        }

        Banner {
            objectName: "formError"
            visible: page.form.error.length > 0
            tone: Tone.Problem
            iconName: "error_outline"
            text: page.form.error
            Layout.fillWidth: true
            Layout.margins: Theme.spacing16
        }
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

    PlaceSearch {
        form: page.form
        Layout.fillWidth: true
    }

    FormSection {
        visible: page.form.newPlace.length > 0
        label: qsTr("What kind of place is it?")
        error: page.form.destination.error
        Layout.fillWidth: true

        ChipGroup {
            objectName: "destinationChip"
            label: qsTr("What kind of place is it?")
            model: page.form.destination.options
            Layout.fillWidth: true
            onToggled: index => page.form.destination.pick(index)

            Chip {
                objectName: "moreDestinations"
                visible: page.form.destination.options.hasMore
                text: qsTr("More…")
                onClicked: page.form.destination.options.showAll()
            }
        }
    }

    TakeUpSteps {
        form: page.form
        Layout.fillWidth: true
    }

    FormSection {
        label: qsTr("Getting there")
        error: page.form.gettingThere.error
        Layout.fillWidth: true

        ChipGroup {
            objectName: "gettingThereChip"
            label: qsTr("Getting there")
            model: page.form.gettingThere.options
            Layout.fillWidth: true
            onToggled: index => page.form.gettingThere.pick(index)
        }
    }

    FormSection {
        label: qsTr("How did you point them to it?")
        error: page.form.method.error
        Layout.fillWidth: true

        ChipGroup {
            objectName: "methodChip"
            label: qsTr("How did you point them to it?")
            model: page.form.method.options
            Layout.fillWidth: true
            onToggled: index => page.form.method.pick(index)
        }
    }

    Banner {
        tone: Tone.Info
        iconName: "lightbulb"
        text: qsTr("Telling someone about a place counts as a signpost, even if they do not go.")
        Layout.fillWidth: true
    }

    TextArea {
        objectName: "noteField"
        label: qsTr("Notes")
        text: page.form.note.text
        error: page.form.note.error
        minimumLines: 2
        Layout.fillWidth: true
        onEdited: text => page.form.note.setText(text)
        onFinished: page.form.note.settle()
    }

    PlainButton {
        objectName: "discardButton"
        text: qsTr("Discard this")
        soft: true
        Layout.alignment: Qt.AlignHCenter
        onClicked: page.form.discard()
    }
}

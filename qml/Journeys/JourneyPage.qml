pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// A journey made together: from where to where, how, what for, and whether it will go on without us.
Page {
    id: page

    required property JourneyFormViewModel form

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

    PlaceField {
        name: "from"
        label: qsTr("From")
        iconName: "home"
        kind: page.form.fromKind
        place: page.form.fromPlace
        Layout.fillWidth: true
        onPicked: row => page.form.pickFrom(row)
    }

    PlaceField {
        name: "to"
        label: qsTr("To")
        iconName: "place"
        kind: page.form.toKind
        place: page.form.toPlace
        Layout.fillWidth: true
        onPicked: row => page.form.pickTo(row)
    }

    FormSection {
        label: qsTr("How did you travel")
        error: page.form.mode.error
        Layout.fillWidth: true

        TileGroup {
            objectName: "modeTile"
            label: qsTr("How did you travel")
            model: page.form.mode.options
            Layout.fillWidth: true
            onToggled: index => page.form.mode.pick(index)
        }
    }

    FormSection {
        label: qsTr("What was it for")
        error: page.form.purpose.error
        Layout.fillWidth: true

        ChipGroup {
            objectName: "purposeChip"
            label: qsTr("What was it for")
            model: page.form.purpose.options
            Layout.fillWidth: true
            onToggled: index => page.form.purpose.pick(index)
        }
    }

    FormSection {
        label: qsTr("Can %1 make this journey after we finish?").arg(page.form.givenName)
        error: page.form.independent.error
        Layout.fillWidth: true

        ChipGroup {
            objectName: "independentChip"
            label: qsTr("Can %1 make this journey after we finish?").arg(page.form.givenName)
            model: page.form.independent.options
            Layout.fillWidth: true
            onToggled: index => page.form.independent.pick(index)
        }
    }

    JourneyAmounts {
        form: page.form
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

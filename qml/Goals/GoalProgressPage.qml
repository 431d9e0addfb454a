pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// How far a goal has come, noted outside a visit; with new words where the goal itself has changed.
Page {
    id: page

    required property GoalProgressFormViewModel form

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

    Card {
        spacing: Theme.spacing4
        Layout.fillWidth: true

        AppText {
            text: page.form.goalSubtitle
            kind: AppText.Secondary
            Layout.fillWidth: true
        }

        AppText {
            text: "“" + page.form.goalWording + "”"
            kind: AppText.Strong
            Layout.fillWidth: true
        }
    }

    FormSection {
        label: qsTr("How far has it come?")
        error: page.form.progress.error
        Layout.fillWidth: true

        ChipGroup {
            objectName: "goalProgress"
            label: qsTr("How far has it come?")
            model: page.form.progress.options
            Layout.fillWidth: true
            onToggled: index => page.form.progress.pick(index)
        }
    }

    FormSection {
        label: qsTr("Is this for a review?")
        Layout.fillWidth: true

        ChipGroup {
            objectName: "pointChip"
            label: qsTr("Is this for a review?")
            model: page.form.point.options
            Layout.fillWidth: true
            onToggled: index => page.form.point.pick(index)
        }
    }

    DateTimeField {
        objectName: "onField"
        label: qsTr("Day")
        showTime: false
        value: page.form.on.moment
        known: !page.form.on.isEmpty
        display: page.form.on.text
        error: page.form.on.error
        Layout.fillWidth: true
        onPicked: value => page.form.on.setMoment(value)
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

    TextArea {
        objectName: "wordingField"
        label: qsTr("Has the goal changed? New words for it")
        placeholderText: qsTr("The earlier words are kept")
        text: page.form.wording.text
        error: page.form.wording.error
        minimumLines: 2
        Layout.fillWidth: true
        onEdited: text => page.form.wording.setText(text)
        onFinished: page.form.wording.settle()
    }

    PlainButton {
        objectName: "discardButton"
        text: qsTr("Discard this")
        soft: true
        Layout.alignment: Qt.AlignHCenter
        onClicked: page.form.discard()
    }
}

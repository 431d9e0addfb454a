pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// The worker's page before the questions: when it is asked and how, or why it is not.
Page {
    id: page

    required property MeasureFormViewModel form

    readonly property bool handsOver: form.way.code === "self-on-device"

    title: form.title
    header: ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        Layout.fillHeight: false

        TopBar {
            title: page.form.title
            closes: true
            Layout.fillWidth: true
            onDismissed: page.form.stop()

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

        SecondaryButton {
            objectName: "finishButton"
            text: qsTr("Finish")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: page.form.finish()
        }

        PrimaryButton {
            objectName: "askButton"
            text: page.handsOver ? qsTr("Hand over") : qsTr("Ask now")
            iconName: "arrow_forward"
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            onClicked: page.form.ask()
        }
    }

    AppText {
        text: page.form.instrumentLabel
        kind: AppText.Title
        Layout.fillWidth: true
    }

    FormSection {
        label: qsTr("When in the support")
        error: page.form.point.error
        Layout.fillWidth: true

        ChipGroup {
            objectName: "pointChip"
            label: qsTr("When in the support")
            model: page.form.point.options
            Layout.fillWidth: true
            onToggled: index => page.form.point.pick(index)
        }
    }

    FormSection {
        label: qsTr("How is it asked?")
        error: page.form.way.error
        hint: page.handsOver ? qsTr("%1 answers on this screen. Your PIN brings you back.").arg(page.form.givenName) : ""
        Layout.fillWidth: true

        ChipGroup {
            objectName: "wayChip"
            label: qsTr("How is it asked?")
            model: page.form.way.options
            Layout.fillWidth: true
            onToggled: index => page.form.way.pick(index)
        }
    }

    DateTimeField {
        objectName: "takenOnField"
        label: qsTr("Day")
        showTime: false
        value: page.form.takenOn.moment
        known: !page.form.takenOn.isEmpty
        display: page.form.takenOn.text
        error: page.form.takenOn.error
        Layout.fillWidth: true
        onPicked: value => page.form.takenOn.setMoment(value)
    }

    Repeater {
        model: page.form.warnings

        Banner {
            required property string modelData

            objectName: "warning"
            iconName: "help_outline"
            text: modelData
            Layout.fillWidth: true
        }
    }

    FormSection {
        label: qsTr("Not asked today? Say why")
        error: page.form.notAskedReason.error
        Layout.fillWidth: true

        ChipGroup {
            objectName: "notAskedChip"
            label: qsTr("Why it was not asked")
            model: page.form.notAskedReason.options
            Layout.fillWidth: true
            onToggled: index => page.form.notAskedReason.pick(index)
        }
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

pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// A goal in the person's own words, what it is for, or why there is none yet.
Page {
    id: page

    required property GoalFormViewModel form

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

    TextArea {
        objectName: "wordingField"
        label: qsTr("What would %1 like?").arg(page.form.givenName)
        placeholderText: qsTr("In their own words")
        text: page.form.wording.text
        error: page.form.wording.error
        minimumLines: 3
        Layout.fillWidth: true
        onEdited: text => page.form.wording.setText(text)
        onFinished: page.form.wording.settle()
    }

    FormSection {
        visible: page.form.asksWhyNone
        label: qsTr("No goal yet? Say why")
        Layout.fillWidth: true

        ChipGroup {
            objectName: "noGoalReasonChip"
            label: qsTr("Why there is no goal yet")
            model: page.form.noGoalReasons
            Layout.fillWidth: true
            onToggled: index => page.form.pickNoGoalReason(index)
        }
    }

    FormSection {
        label: qsTr("What is it for?")
        error: page.form.outcome.error
        Layout.fillWidth: true

        ChipGroup {
            objectName: "outcomeChip"
            label: qsTr("What is it for?")
            model: page.form.outcome.options
            Layout.fillWidth: true
            onToggled: index => page.form.outcome.pick(index)
        }
    }

    FormSection {
        label: qsTr("Would %1 like company for it?").arg(page.form.givenName)
        Layout.fillWidth: true

        ChipGroup {
            objectName: "companyChip"
            label: qsTr("Would %1 like company for it?").arg(page.form.givenName)
            model: page.form.company.options
            Layout.fillWidth: true
            onToggled: index => page.form.company.pick(index)
        }
    }

    DateTimeField {
        objectName: "setOnField"
        label: qsTr("Set on")
        showTime: false
        value: page.form.setOn.moment
        known: !page.form.setOn.isEmpty
        display: page.form.setOn.text
        error: page.form.setOn.error
        Layout.fillWidth: true
        onPicked: value => page.form.setOn.setMoment(value)
    }

    FormSection {
        visible: page.form.earlierWordings.length > 0
        label: qsTr("Earlier words")
        Layout.fillWidth: true

        Repeater {
            model: page.form.earlierWordings

            AppText {
                required property string modelData

                text: "“" + modelData + "”"
                kind: AppText.Secondary
                Layout.fillWidth: true
            }
        }
    }

    Banner {
        tone: Tone.Info
        iconName: "lightbulb"
        text: qsTr("Goals can change. New words never overwrite the earlier ones; both are kept.")
        Layout.fillWidth: true
    }

    PlainButton {
        objectName: "discardButton"
        text: qsTr("Discard this")
        soft: true
        Layout.alignment: Qt.AlignHCenter
        onClicked: page.form.discard()
    }
}

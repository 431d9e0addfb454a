pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// How far a signpost has got: the steps one under another with their days; what did not work out opens below.
FormSection {
    id: section

    required property SignpostFormViewModel form

    label: qsTr("How far has it got?")

    Card {
        spacing: 0
        padding: Theme.spacing12
        Layout.fillWidth: true

        Repeater {
            model: section.form.steps

            RadioRow {
                required property int index
                required property string code
                required property string label
                required property string day

                required mark
                objectName: "takeUp_" + (code.length > 0 ? code : "did-not-work-out")
                title: label
                trailingText: day
                Layout.fillWidth: true
                Layout.leftMargin: Theme.spacing4
                onClicked: section.form.reachStep(index)
            }
        }
    }

    ChipGroup {
        objectName: "otherStepChip"
        visible: section.form.showsOtherSteps
        label: qsTr("What happened?")
        model: section.form.otherSteps
        Layout.fillWidth: true
        onToggled: index => section.form.pickOtherStep(index)
    }

    FormSection {
        visible: section.form.asksReason
        label: qsTr("Why did it not work out?")
        error: section.form.reason.error
        Layout.fillWidth: true

        ChipGroup {
            objectName: "reasonChip"
            label: qsTr("Why did it not work out?")
            model: section.form.reason.options
            Layout.fillWidth: true
            onToggled: index => section.form.reason.pick(index)
        }
    }

    DateTimeField {
        objectName: "stepOnField"
        label: qsTr("On which day?")
        showTime: false
        value: section.form.stepOn.moment
        known: !section.form.stepOn.isEmpty
        display: section.form.stepOn.text
        error: section.form.stepOn.error
        Layout.fillWidth: true
        onPicked: value => section.form.stepOn.setMoment(value)
    }
}

import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// When it was and how long it took: the day and minute, the minutes as chips or as typed, and a second look at both.
FormSection {
    id: section

    required property ContactForm form
    property bool asksMinutes: true

    label: qsTr("When")

    GridLayout {
        columns: Theme.textScale >= 1.5 || !section.asksMinutes ? 1 : 2
        columnSpacing: Theme.spacing12
        rowSpacing: Theme.spacing8
        Layout.fillWidth: true

        DateTimeField {
            objectName: "whenField"
            value: section.form.when.moment
            known: !section.form.when.isEmpty
            display: section.form.when.text
            error: section.form.when.error
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            Layout.alignment: Qt.AlignTop
            onPicked: value => section.form.when.setMoment(value)
        }

        TextField {
            objectName: "minutesField"
            visible: section.asksMinutes
            text: section.form.minutes.text
            placeholderText: qsTr("Minutes")
            suffix: text.length > 0 ? section.form.minutes.unit : ""
            iconName: "timer"
            error: section.form.minutes.error
            Layout.fillWidth: true
            Layout.preferredWidth: 1.15
            Layout.alignment: Qt.AlignTop
            onEdited: text => section.form.minutes.setText(text)
            onFinished: section.form.minutes.settle()
        }
    }

    ChipGroup {
        objectName: "minutesChip"
        visible: section.asksMinutes
        label: qsTr("How many minutes")
        model: section.form.minutesChoices
        Layout.fillWidth: true
        onToggled: index => section.form.pickMinutes(index)
    }

    Repeater {
        model: section.form.warnings

        Banner {
            required property string modelData

            objectName: "warning"
            iconName: "help_outline"
            text: modelData
            Layout.fillWidth: true
        }
    }
}

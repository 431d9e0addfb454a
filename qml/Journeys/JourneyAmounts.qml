import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// How long and how far, and when it began.
FormSection {
    id: section

    required property JourneyFormViewModel form

    label: qsTr("Time and miles")
    hint: form.miles.hint

    GridLayout {
        columns: Theme.textScale >= 1.5 ? 1 : 2
        columnSpacing: Theme.spacing12
        rowSpacing: Theme.spacing8
        Layout.fillWidth: true

        TextField {
            objectName: "minutesField"
            text: section.form.minutes.text
            placeholderText: qsTr("Minutes")
            suffix: text.length > 0 ? section.form.minutes.unit : ""
            error: section.form.minutes.error
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            onEdited: text => section.form.minutes.setText(text)
            onFinished: section.form.minutes.settle()
        }

        TextField {
            objectName: "milesField"
            text: section.form.miles.text
            placeholderText: qsTr("Miles")
            suffix: text.length > 0 ? section.form.miles.unit : ""
            error: section.form.miles.error
            inputMethodHints: Qt.ImhFormattedNumbersOnly
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            onEdited: text => section.form.miles.setText(text)
            onFinished: section.form.miles.settle()
        }

        DateTimeField {
            objectName: "whenField"
            value: section.form.when.moment
            known: !section.form.when.isEmpty
            display: section.form.when.text
            error: section.form.when.error
            Layout.columnSpan: parent.columns
            Layout.fillWidth: true
            onPicked: value => section.form.when.setMoment(value)
        }
    }
}

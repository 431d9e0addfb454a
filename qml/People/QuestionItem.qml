// Qt 6.4 loaders make no bound components, so the ids of this file are reached from inside its components unbound.
// qmllint disable unqualified
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// One question about a person: the control for its kind of answer, and below it the three ways to have none.
Column {
    id: question

    property FormField field
    property string label
    property int input: PersonEditViewModel.Line

    spacing: Theme.spacing8

    Loader {
        width: question.width
        sourceComponent: [line, longText, choices, day][question.input]
    }

    NoAnswerChips {
        width: question.width
        visible: question.field.isEmpty
        field: question.field
        label: question.label
    }

    Component {
        id: line

        TextField {
            objectName: "lineInput"
            label: question.label
            text: question.field.text
            error: question.field.error
            onEdited: text => question.field.setText(text)
            onFinished: question.field.settle()
        }
    }

    Component {
        id: longText

        TextArea {
            objectName: "textInput"
            label: question.label
            text: question.field.text
            error: question.field.error
            minimumLines: 2
            onEdited: text => question.field.setText(text)
            onFinished: question.field.settle()
        }
    }

    Component {
        id: choices

        FormSection {
            label: question.label
            error: question.field.error

            ChipGroup {
                label: question.label
                model: question.field.options
                Layout.fillWidth: true
                onToggled: index => question.field.pick(index)
            }
        }
    }

    Component {
        id: day

        DateTimeField {
            label: question.label
            value: question.field.moment
            known: !question.field.isEmpty
            showTime: false
            error: question.field.error
            onPicked: value => question.field.setMoment(value)
        }
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// The answers of one group, each of which may also be not asked, not said or not known.
Page {
    id: page

    required property PersonEditViewModel viewModel

    title: viewModel.title
    contentSpacing: Theme.spacing24
    header: TopBar {
        title: qsTr("%1 · %2").arg(page.viewModel.title).arg(page.viewModel.personName)
        Layout.fillWidth: true
        onDismissed: page.viewModel.finish()

        SavedMark {
            saved: page.viewModel.isSaved
            Layout.rightMargin: Theme.spacing8
        }
    }
    footer: ActionBar {
        Layout.fillWidth: true

        PrimaryButton {
            objectName: "finishButton"
            text: qsTr("Finish")
            Layout.fillWidth: true
            onClicked: page.viewModel.finish()
        }
    }

    Banner {
        visible: text.length > 0
        tone: Tone.Problem
        iconName: "error"
        text: page.viewModel.error
        Layout.fillWidth: true
    }

    Repeater {
        model: page.viewModel.questions

        QuestionItem {
            required field
            required label
            required input

            objectName: "question_" + label
            Layout.fillWidth: true
        }
    }
}

import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// The end of the questions: a calm thank you, no figure, and the way back to the worker.
Page {
    id: page

    required property MeasureFormViewModel form

    title: qsTr("Thank you")
    footer: ActionBar {
        Layout.fillWidth: true

        SecondaryButton {
            objectName: "thanksBackButton"
            text: qsTr("Back")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: page.form.back()
        }

        PrimaryButton {
            objectName: "handBackButton"
            text: qsTr("Finish")
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            onClicked: page.form.handBack()
        }
    }

    Icon {
        name: "volunteer_activism"
        size: Theme.scaled(72)
        color: Theme.primary
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.scaled(120)
    }

    AppText {
        objectName: "thankYou"
        text: qsTr("Thank you")
        kind: AppText.Question
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
        Accessible.role: Accessible.Heading
    }

    AppText {
        text: page.form.isHandedOver ? qsTr("That is all. Please give the phone back now.") : qsTr("That is all.")
        soft: true
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }

    Banner {
        objectName: "thanksError"
        visible: page.form.error.length > 0
        tone: Tone.Problem
        iconName: "error_outline"
        text: page.form.error
        Layout.fillWidth: true
    }
}

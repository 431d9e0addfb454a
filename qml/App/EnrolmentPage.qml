import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// The first page of a new phone.
Page {
    id: page

    required property EnrolmentViewModel viewModel

    title: qsTr("Set up this phone")
    widest: 480
    footer: ActionBar {
        Layout.fillWidth: true

        PrimaryButton {
            objectName: "enrolButton"
            text: page.viewModel.isBusy ? qsTr("Asking the hub…") : qsTr("Set up this phone")
            busy: page.viewModel.isBusy
            Layout.fillWidth: true
            onClicked: page.viewModel.enrol()
        }
    }

    Logo {
        Layout.topMargin: Theme.spacing24
        Layout.alignment: Qt.AlignHCenter
    }

    AppText {
        text: qsTr("Welcome to Doorstep")
        kind: AppText.PageTitle
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }

    AppText {
        text: qsTr("Your manager gives you the hub’s address and a code that works once. This needs the internet; after that you do not.")
        kind: AppText.Secondary
        horizontalAlignment: Text.AlignHCenter
        Layout.bottomMargin: Theme.spacing12
        Layout.fillWidth: true
    }

    Banner {
        visible: text.length > 0
        tone: Tone.Problem
        iconName: "error"
        text: page.viewModel.error
        Layout.fillWidth: true
    }

    TextField {
        objectName: "hubField"
        label: qsTr("Hub address")
        text: page.viewModel.hub
        error: page.viewModel.hubError
        placeholderText: qsTr("https://")
        inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
        Layout.fillWidth: true
        onEdited: text => page.viewModel.hub = text
    }

    TextField {
        objectName: "codeField"
        label: qsTr("One-time code")
        text: page.viewModel.code
        error: page.viewModel.codeError
        inputMethodHints: Qt.ImhNoPredictiveText
        Layout.fillWidth: true
        onEdited: text => page.viewModel.code = text
    }

    TextField {
        objectName: "pinField"
        label: qsTr("Choose a PIN")
        text: page.viewModel.pin
        error: page.viewModel.pinError
        hint: qsTr("%1 digits. It opens this app, also without a network.").arg(page.viewModel.pinLength)
        echoMode: TextInput.Password
        maximumLength: page.viewModel.pinLength
        inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
        Layout.fillWidth: true
        onEdited: text => page.viewModel.pin = text
    }

    TextField {
        objectName: "pinAgainField"
        label: qsTr("The same PIN again")
        text: page.viewModel.pinAgain
        error: page.viewModel.pinAgainError
        echoMode: TextInput.Password
        maximumLength: page.viewModel.pinLength
        inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
        Layout.fillWidth: true
        onEdited: text => page.viewModel.pinAgain = text
    }
}

import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// Somebody new: a name is enough.
Page {
    id: page

    required property NewPersonViewModel viewModel

    signal leaveAsked

    title: qsTr("New person")
    header: TopBar {
        title: qsTr("New person")
        closes: true
        Layout.fillWidth: true
        onDismissed: page.leaveAsked()

        SavedMark {
            visible: page.viewModel.isSaved
            saved: page.viewModel.isSaved
            Layout.rightMargin: Theme.spacing8
        }
    }
    footer: ActionBar {
        Layout.fillWidth: true

        PrimaryButton {
            objectName: "saveButton"
            text: qsTr("Add this person")
            Layout.fillWidth: true
            onClicked: page.viewModel.save()
        }
    }

    TextField {
        objectName: "givenNameField"
        label: qsTr("First name")
        text: page.viewModel.givenName
        error: page.viewModel.error
        inputMethodHints: Qt.ImhNoPredictiveText
        Layout.fillWidth: true
        onEdited: text => page.viewModel.givenName = text
    }

    TextField {
        objectName: "familyNameField"
        label: qsTr("Family name")
        text: page.viewModel.familyName
        inputMethodHints: Qt.ImhNoPredictiveText
        Layout.fillWidth: true
        onEdited: text => page.viewModel.familyName = text
    }

    TextField {
        objectName: "phoneField"
        label: qsTr("Phone number")
        text: page.viewModel.phone
        iconName: "call"
        inputMethodHints: Qt.ImhDialableCharactersOnly
        Layout.fillWidth: true
        onEdited: text => page.viewModel.phone = text
    }

    TextArea {
        objectName: "addressField"
        label: qsTr("Address")
        text: page.viewModel.address
        minimumLines: 2
        Layout.fillWidth: true
        onEdited: text => page.viewModel.address = text
    }

    TextField {
        objectName: "postcodeField"
        label: qsTr("Postcode")
        text: page.viewModel.postcode
        iconName: "place"
        inputMethodHints: Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
        Layout.fillWidth: true
        onEdited: text => page.viewModel.postcode = text
    }

    DateTimeField {
        objectName: "dateOfBirthField"
        label: qsTr("Date of birth")
        value: page.viewModel.dateOfBirth
        known: page.viewModel.hasDateOfBirth
        showTime: false
        to: page.viewModel.today
        Layout.fillWidth: true
        onPicked: value => page.viewModel.dateOfBirth = value
    }

    Banner {
        tone: Tone.Info
        iconName: "lightbulb"
        text: qsTr("Only a name is needed now. What you do not know yet can be asked later; it stays on this page if you leave.")
        Layout.fillWidth: true
    }

    PlainButton {
        objectName: "discardButton"
        text: qsTr("Do not add anybody")
        soft: true
        Layout.alignment: Qt.AlignHCenter
        onClicked: page.viewModel.discard()
    }
}

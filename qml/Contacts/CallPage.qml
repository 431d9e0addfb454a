pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// A call, a message, an attempt without answer or a call about the person: the first chips say which.
Page {
    id: page

    required property CallFormViewModel form

    title: form.title
    header: ContactHeader {
        form: page.form
        Layout.fillWidth: true
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

    FormSection {
        label: qsTr("What happened")
        Layout.fillWidth: true

        ChipGroup {
            objectName: "modeChip"
            label: qsTr("What happened")
            model: page.form.modes
            Layout.fillWidth: true
            onToggled: index => page.form.pickMode(index)
        }
    }

    ContactTime {
        form: page.form
        asksMinutes: page.form.asksMinutes
        Layout.fillWidth: true
    }

    FormSection {
        visible: page.form.asksDirection
        label: qsTr("Who got in touch")
        error: page.form.direction.error
        Layout.fillWidth: true

        ChipGroup {
            objectName: "directionChip"
            label: qsTr("Who got in touch")
            model: page.form.direction.options
            Layout.fillWidth: true
            onToggled: index => page.form.direction.pick(index)
        }
    }

    CallAboutThem {
        visible: page.form.isAboutThem
        form: page.form
        Layout.fillWidth: true
    }

    FormSection {
        visible: page.form.asksPurpose
        label: qsTr("What was it for")
        error: page.form.purpose.error
        Layout.fillWidth: true

        ChipGroup {
            objectName: "purposeChip"
            label: qsTr("What was it for")
            model: page.form.purpose.options
            Layout.fillWidth: true
            onToggled: index => page.form.purpose.pick(index)
        }
    }

    FormSection {
        visible: page.form.asksPurpose
        label: qsTr("By phone and not a visit: why?")
        Layout.fillWidth: true

        ChipGroup {
            objectName: "phoneInsteadChip"
            label: qsTr("By phone and not a visit: why?")
            model: page.form.phoneInsteadReason.options
            Layout.fillWidth: true
            onToggled: index => page.form.phoneInsteadReason.pick(index)
        }
    }

    DateTimeField {
        objectName: "tryAgainField"
        visible: page.form.isNoAnswer
        label: qsTr("Try again on")
        showTime: false
        value: page.form.tryAgainOn.moment
        known: !page.form.tryAgainOn.isEmpty
        display: page.form.tryAgainOn.text
        Layout.fillWidth: true
        onPicked: value => page.form.tryAgainOn.setMoment(value)
    }

    TextArea {
        objectName: "noteField"
        label: qsTr("Notes")
        text: page.form.note.text
        error: page.form.note.error
        minimumLines: 3
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

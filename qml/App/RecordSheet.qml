import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// Asks what is recorded for one person.
BottomSheet {
    id: sheet

    required property AppViewModel app
    property string person
    property string givenName

    title: qsTr("Record for %1").arg(givenName)

    function askFor(id: string, name: string): void {
        person = id;
        givenName = name;
        open();
    }

    function record(kind: int): void {
        close();
        app.record(kind, person);
    }

    GridLayout {
        columns: Theme.textScale >= 1.5 ? 1 : 2
        columnSpacing: Theme.spacing8 + 2
        rowSpacing: Theme.spacing8 + 2
        Layout.fillWidth: true

        RecordTile {
            objectName: "record_visit"
            text: qsTr("Visit")
            iconName: "home"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.record(AppViewModel.Visit)
        }

        RecordTile {
            objectName: "record_call"
            text: qsTr("Call")
            iconName: "call"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.record(AppViewModel.Call)
        }

        RecordTile {
            objectName: "record_journey"
            text: qsTr("Journey")
            iconName: "directions_bus"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.record(AppViewModel.Journey)
        }

        RecordTile {
            objectName: "record_signpost"
            text: qsTr("Signpost")
            iconName: "signpost"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.record(AppViewModel.Signpost)
        }

        RecordTile {
            objectName: "record_goal"
            text: qsTr("Goal")
            iconName: "outlined_flag"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.record(AppViewModel.Goal)
        }

        RecordTile {
            objectName: "record_measure"
            text: qsTr("Measure")
            iconName: "assignment"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.record(AppViewModel.Measure)
        }

        RecordTile {
            objectName: "record_call_about"
            text: qsTr("Call about them")
            iconName: "record_voice_over"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.record(AppViewModel.CallAbout)
        }

        RecordTile {
            objectName: "record_no_answer"
            text: qsTr("No answer")
            iconName: "phone_missed"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: sheet.record(AppViewModel.NoAnswer)
        }
    }

    PlainButton {
        objectName: "record_message"
        text: qsTr("Text, email or letter")
        iconName: "message"
        Layout.alignment: Qt.AlignHCenter
        onClicked: sheet.record(AppViewModel.Message)
    }
}

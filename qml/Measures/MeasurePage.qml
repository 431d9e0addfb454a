import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// A measure: the worker's page, one question a screen, the thank you. Asks for the PIN before it leaves the person's
// hands.
FocusScope {
    id: page

    required property MeasureFormViewModel form

    MeasureWorkerPage {
        anchors.fill: parent
        visible: page.form.stage === MeasureFormViewModel.Worker
        form: page.form
    }

    MeasureQuestionPage {
        anchors.fill: parent
        visible: page.form.stage === MeasureFormViewModel.Question
        form: page.form
    }

    MeasureThanksPage {
        anchors.fill: parent
        visible: page.form.stage === MeasureFormViewModel.ThankYou
        form: page.form
    }

    BottomSheet {
        id: lock

        objectName: "pinSheet"
        title: qsTr("Your PIN, please")
        onClosed: page.form.cancelPin()

        PinPad {
            id: pad

            objectName: "pinPad"
            error: page.form.pinError
            Layout.alignment: Qt.AlignHCenter
            onEntered: pin => {
                page.form.enterPin(pin);
                clear();
            }
        }
    }

    Connections {
        target: page.form

        function onPinNeeded(): void {
            pad.clear();
            lock.open();
        }

        function onPinAccepted(): void {
            lock.close();
        }
    }
}

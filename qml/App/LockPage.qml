import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// Asks for the PIN and covers everything else.
FocusScope {
    id: page

    required property LockViewModel viewModel

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Locked")

    Rectangle {
        anchors.fill: parent
        color: Theme.background

        // Nothing beneath takes a touch.
        MouseArea {
            anchors.fill: parent
        }
    }

    Connections {
        target: page.viewModel

        function onRefused(): void {
            pad.clear();
        }
    }

    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, column.implicitHeight + 2 * Theme.spacing24)
        boundsBehavior: Flickable.StopAtBounds

        ColumnLayout {
            id: column

            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.spacing16, 420)
            spacing: Theme.spacing12

            Logo {
                Layout.alignment: Qt.AlignHCenter
            }

            AppText {
                text: qsTr("Doorstep")
                kind: AppText.PageTitle
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }

            AppText {
                text: page.viewModel.isBusy ? qsTr("Opening…") : page.viewModel.greeting
                soft: true
                horizontalAlignment: Text.AlignHCenter
                Layout.topMargin: Theme.spacing8
                Layout.fillWidth: true
            }

            PinPad {
                id: pad

                objectName: "pinPad"
                focus: true
                length: page.viewModel.pinLength
                shortest: page.viewModel.shortestPin
                enabled: !page.viewModel.isBusy
                error: page.viewModel.error
                Layout.bottomMargin: Theme.spacing12
                Layout.fillWidth: true
                onPinChanged: if (pin.length > 0) page.viewModel.forgetError()
                onEntered: pin => page.viewModel.unlock(pin)
            }

            AppText {
                text: qsTr("Forgot your PIN? Nothing on this phone is lost. Your manager can help you in again.")
                kind: AppText.Secondary
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
        }
    }
}

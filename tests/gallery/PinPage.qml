import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

Page {
    implicitHeight: 844

    Logo { Layout.alignment: Qt.AlignHCenter; Layout.topMargin: 24 }
    AppText { text: "Doorstep"; kind: AppText.PageTitle; Layout.alignment: Qt.AlignHCenter }
    AppText { text: "Good morning, Sarah"; soft: true; Layout.alignment: Qt.AlignHCenter }
    PinPad { pin: "123"; biometric: true; Layout.fillWidth: true }
    PlainButton { text: "Forgot your PIN?"; Layout.alignment: Qt.AlignHCenter }
}

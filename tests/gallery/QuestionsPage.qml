import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

Page {
    implicitHeight: Theme.textScale > 1 ? 1700 : 900

    AppText { text: "How often do you feel left out?"; kind: AppText.Question; Layout.fillWidth: true; Layout.margins: 8 }
    AppText { text: "There is no right or wrong answer."; soft: true; Layout.fillWidth: true; Layout.margins: 8 }
    BigChoice { text: "Hardly ever or never"; Layout.fillWidth: true }
    BigChoice { text: "Some of the time"; selected: true; Layout.fillWidth: true }
    BigChoice { text: "Often"; Layout.fillWidth: true }
    ScaleChoice { label: "How happy"; value: 6; lowText: "Not at all"; highText: "Completely"; Layout.fillWidth: true }
}

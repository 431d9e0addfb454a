import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// What to know before the door opens.
Card {
    id: card

    required property PersonViewModel viewModel

    objectName: "beforeVisitCard"
    padding: Theme.spacing12
    spacing: Theme.spacing8
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Before the visit")

    BeforeVisitLine {
        visible: card.viewModel.risk.length > 0
        iconName: "gpp_maybe"
        tone: Tone.Problem
        label: qsTr("Before you knock")
        text: card.viewModel.risk
        Layout.fillWidth: true
    }

    BeforeVisitLine {
        visible: card.viewModel.matters.length > 0
        iconName: "favorite"
        tone: Tone.Primary
        label: qsTr("What matters")
        text: card.viewModel.matters
        Layout.fillWidth: true
    }

    BeforeVisitLine {
        visible: card.viewModel.access.length > 0
        iconName: "accessible"
        tone: Tone.Info
        label: qsTr("Access")
        text: card.viewModel.access
        Layout.fillWidth: true
    }
}

import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// The state in one sentence, what it means, and the button that sends now.
Card {
    id: card

    required property SyncViewModel viewModel
    readonly property bool isDone: viewModel.chipKind === SyncViewModel.AllReceived

    spacing: Theme.spacing12

    Icon {
        name: card.viewModel.iconName
        size: 52
        color: card.isDone ? Theme.good : card.viewModel.isBusy ? Theme.info : Theme.attention
        Layout.alignment: Qt.AlignHCenter
    }

    AppText {
        objectName: "syncHeadline"
        text: card.viewModel.headline
        kind: AppText.Title
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }

    AppText {
        objectName: "syncExplanation"
        text: card.viewModel.explanation
        kind: AppText.Secondary
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }

    AppText {
        objectName: "oldestWaiting"
        visible: text.length > 0
        text: card.viewModel.oldestText
        kind: AppText.Secondary
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }

    AppText {
        objectName: "filesText"
        visible: text.length > 0
        text: card.viewModel.filesText
        kind: AppText.Secondary
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }

    PrimaryButton {
        objectName: "sendNowButton"
        text: card.viewModel.isBusy ? card.viewModel.chipText : qsTr("Send now")
        iconName: "sync"
        busy: card.viewModel.isBusy
        enabled: card.viewModel.canSend
        Layout.fillWidth: true
        onClicked: card.viewModel.sendNow()
    }

    AppText {
        objectName: "lastExchange"
        text: card.viewModel.nextTryText.length > 0 ? card.viewModel.lastExchangeText + "\n" + card.viewModel.nextTryText
                                                    : card.viewModel.lastExchangeText
        kind: AppText.Secondary
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
}

import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// The visit that is going on.
Card {
    id: card

    required property VisitClock visit

    signal finishAsked
    signal personAsked

    solid: true
    spacing: Theme.spacing12

    RowLayout {
        spacing: Theme.spacing16
        Layout.fillWidth: true

        Icon {
            name: "shield"
            size: 28
            color: Theme.inkOnPrimary
        }

        Column {
            id: words

            Layout.fillWidth: true

            AppText {
                text: card.visit.title
                kind: AppText.Strong
                color: Theme.inkOnPrimary
                width: words.width
            }

            AppText {
                text: qsTr("%1 · %2").arg(card.visit.subtitle).arg(card.visit.minutesText)
                kind: AppText.Secondary
                color: Theme.inkOnPrimary
                width: words.width
            }
        }
    }

    GridLayout {
        columns: Theme.textScale >= 1.5 ? 1 : 2
        columnSpacing: Theme.spacing12
        Layout.fillWidth: true

        PrimaryButton {
            objectName: "finishVisitButton"
            text: qsTr("Finish visit")
            inverted: true
            compact: true
            Layout.fillWidth: true
            onClicked: card.finishAsked()
        }

        SecondaryButton {
            objectName: "visitPersonButton"
            text: qsTr("Look up")
            inverted: true
            compact: true
            Layout.fillWidth: Theme.textScale >= 1.5
            onClicked: card.personAsked()
        }
    }
}

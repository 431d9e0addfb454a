import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

Page {
    implicitHeight: 844

    AppText { text: "The page behind the sheet"; kind: AppText.PageTitle }

    BottomSheet {
        id: sheet

        title: "Record for Margaret"

        GridLayout {
            columns: Theme.textScale > 1.4 ? 1 : 2
            columnSpacing: 10
            rowSpacing: 10
            RecordTile { text: "Visit"; iconName: "home"; Layout.fillWidth: true; Layout.preferredWidth: 1 }
            RecordTile { text: "Call"; iconName: "call"; Layout.fillWidth: true; Layout.preferredWidth: 1 }
            RecordTile { text: "Journey"; iconName: "directions_bus"; Layout.fillWidth: true; Layout.preferredWidth: 1 }
            RecordTile { text: "Signpost"; iconName: "signpost"; Layout.fillWidth: true; Layout.preferredWidth: 1 }
            RecordTile { text: "Goal"; iconName: "outlined_flag"; Layout.fillWidth: true; Layout.preferredWidth: 1 }
            RecordTile { text: "Call about her"; iconName: "record_voice_over"; Layout.fillWidth: true; Layout.preferredWidth: 1 }
        }
        DangerButton { text: "Something worries me"; iconName: "gpp_maybe"; Layout.fillWidth: true }
    }
    Component.onCompleted: sheet.open()
}

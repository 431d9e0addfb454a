import Doorstep.Controls
import Doorstep.Ui

// The truth on every top page; a touch leads to where it is explained.
StatusChip {
    required property AppViewModel app

    objectName: "syncChip"
    text: app.sync.chipText
    tone: app.sync.chipTone
    iconName: app.sync.iconName
    onClicked: app.place = AppViewModel.Sync
}

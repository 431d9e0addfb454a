import QtQuick
import QtQuick.Layouts

// Tells in the corner of a form that what was typed is kept.
RowLayout {
    id: mark

    property bool saved: true
    property string text: saved ? qsTr("Saved") : qsTr("Saving")

    spacing: Theme.spacing4
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Icon {
        name: mark.saved ? "check" : "more_horiz"
        size: 18
        color: mark.saved ? Theme.good : Theme.softInk
    }

    AppText {
        text: mark.text
        kind: AppText.Secondary
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}

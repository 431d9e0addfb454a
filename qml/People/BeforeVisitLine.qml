import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

// One thing to know: icon, what it is about, the words.
RowLayout {
    id: line

    property string iconName
    property int tone: Tone.Primary
    property string label
    property string text

    spacing: Theme.spacing12

    Icon {
        name: line.iconName
        color: Theme.iconOn(line.tone)
        Layout.alignment: Qt.AlignTop
    }

    Column {
        id: words

        Layout.fillWidth: true

        AppText {
            text: line.label
            kind: AppText.Caption
            soft: true
            width: words.width
        }

        AppText {
            text: line.text
            kind: AppText.Secondary
            soft: false
            width: words.width
        }
    }
}

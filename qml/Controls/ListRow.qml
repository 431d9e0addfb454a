import QtQuick
import QtQuick.Layouts

// A person in a list: initials, name, one line of news, a tag when something is due, and an end of the caller's choice.
Pressable {
    id: control

    default property alias trailing: slot.data
    property string initials
    property string title
    property string subtitle
    property string tag
    property int tagTone: Tone.Attention
    property bool divider: true
    property bool current: false

    text: title + (subtitle.length > 0 ? ", " + subtitle : "") + (tag.length > 0 ? ", " + tag : "")
    implicitWidth: 320
    implicitHeight: Math.max(Theme.touchTarget, row.implicitHeight + 2 * verticalPadding)
    horizontalPadding: Theme.spacing16
    verticalPadding: Theme.spacing12
    radius: 0
    fill: current ? Theme.primaryTint : Theme.card
    Accessible.selected: current

    RowLayout {
        id: row

        x: control.leftPadding
        y: control.topPadding
        width: control.availableWidth
        height: control.availableHeight
        spacing: Theme.spacing12

        Avatar {
            initials: control.initials
            color: control.current ? Theme.card : Theme.primaryTint
        }

        Column {
            id: words

            spacing: Theme.spacing4
            Layout.fillWidth: true

            RowLines {
                title: control.title
                subtitle: control.subtitle
                width: words.width
            }

            TagChip {
                visible: control.tag.length > 0
                text: control.tag
                tone: control.tagTone
                width: Math.min(implicitWidth, words.width)
                Accessible.ignored: true
            }
        }

        RowLayout {
            id: slot

            visible: children.length > 0
            Layout.fillWidth: false
        }
    }

    Divider {
        visible: control.divider
        x: control.leftPadding
        width: control.availableWidth
        anchors.bottom: parent.bottom
    }
}

import QtQuick
import QtQuick.Layouts

// A row in a card: badge, title, subtitle and at the end a word, a pill, an arrow, or whatever is put inside.
// With large text the end moves below the words.
Pressable {
    id: control

    default property alias trailing: slot.data
    property string iconName
    property int tone: Tone.Primary
    property string title
    property string subtitle
    property string trailingText
    property int trailingTone: Tone.Neutral
    property bool chevron: interactive && trailingText.length === 0 && slot.children.length === 0
    property bool divider: false
    property bool interactive: true

    text: subtitle.length > 0 ? title + ", " + subtitle : title
    implicitWidth: 280
    implicitHeight: Math.max(Theme.touchTarget, grid.implicitHeight + 2 * verticalPadding)
    verticalPadding: Theme.spacing12 + 1
    radius: Theme.radiusSmall
    leftInset: -Theme.spacing8
    rightInset: -Theme.spacing8
    topInset: 2
    bottomInset: 2
    focusPolicy: interactive ? Qt.StrongFocus : Qt.NoFocus
    hoverEnabled: interactive
    glow: interactive ? Theme.ink : "transparent"
    Accessible.role: interactive ? Accessible.Button : Accessible.ListItem
    Accessible.description: trailingText
    Accessible.focusable: interactive

    GridLayout {
        id: grid

        readonly property bool narrow: Theme.textScale >= 1.5

        x: control.leftPadding
        y: control.topPadding
        width: control.availableWidth
        height: control.availableHeight
        columns: 3
        columnSpacing: Theme.spacing12
        rowSpacing: Theme.spacing8

        IconBadge {
            visible: control.iconName.length > 0
            iconName: control.iconName
            tone: control.tone
            Layout.row: 0
            Layout.column: 0
            Layout.alignment: grid.narrow ? Qt.AlignTop : Qt.AlignVCenter
        }

        RowLines {
            title: control.title
            subtitle: control.subtitle
            Layout.row: 0
            Layout.column: 1
            Layout.fillWidth: true
        }

        RowLayout {
            visible: slot.children.length > 0 || control.trailingText.length > 0 || control.chevron
            spacing: Theme.spacing8
            Layout.row: grid.narrow && !control.chevron ? 1 : 0
            Layout.column: grid.narrow && !control.chevron ? 1 : 2
            Layout.fillWidth: grid.narrow && !control.chevron
            Layout.maximumWidth: grid.width * (grid.narrow ? 1 : 0.5)

            AppText {
                visible: text.length > 0 && control.trailingTone === Tone.Neutral
                text: control.trailingText
                kind: AppText.Secondary
                Layout.fillWidth: true
                Accessible.ignored: true
            }

            TagChip {
                visible: text.length > 0 && control.trailingTone !== Tone.Neutral
                text: control.trailingText
                tone: control.trailingTone
                large: true
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth
                Accessible.ignored: true
            }

            RowLayout {
                id: slot

                visible: children.length > 0
            }

            Icon {
                name: control.chevron ? "chevron_right" : ""
                color: Theme.softInk
            }
        }
    }

    Divider {
        visible: control.divider
        width: parent.width
        anchors.bottom: parent.bottom
    }
}

import QtQuick
import QtQuick.Layouts

// One event of a person's timeline, with the date at the end and small tags beneath.
Pressable {
    id: control

    default property alias tags: flow.data
    property string iconName
    property int tone: Tone.Primary
    property string title
    property string subtitle
    property string trailingText
    property string receiptIcon
    property string receipt

    text: title + (trailingText.length > 0 ? ", " + trailingText : "") + (subtitle.length > 0 ? ", " + subtitle : "")
    implicitWidth: 320
    implicitHeight: Math.max(Theme.touchTarget, row.implicitHeight + 2 * verticalPadding)
    horizontalPadding: Theme.spacing4
    verticalPadding: Theme.spacing8 + 2
    radius: Theme.radiusField
    Accessible.description: receipt

    RowLayout {
        id: row

        x: control.leftPadding
        y: control.topPadding
        width: control.availableWidth
        height: control.availableHeight
        spacing: Theme.spacing12

        IconBadge {
            iconName: control.iconName
            tone: control.tone
            Layout.alignment: Qt.AlignTop
        }

        Item {
            implicitHeight: grid.implicitHeight
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop

            GridLayout {
                id: grid

                width: parent.width
                columns: Theme.textScale >= 1.5 ? 1 : 2
                columnSpacing: Theme.spacing8
                rowSpacing: 2

                AppText {
                    text: control.title
                    kind: AppText.Strong
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }

                RowLayout {
                    spacing: Theme.spacing4
                    Layout.alignment: Qt.AlignTop

                    AppText {
                        visible: text.length > 0
                        text: control.trailingText
                        kind: AppText.Secondary
                        Accessible.ignored: true
                    }

                    Icon {
                        name: control.receiptIcon
                        size: 16
                        color: Theme.softInk
                    }
                }

                AppText {
                    visible: text.length > 0
                    text: control.subtitle
                    kind: AppText.Secondary
                    lineHeight: 1.2
                    Layout.columnSpan: grid.columns
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }

                Flow {
                    id: flow

                    visible: children.length > 0
                    spacing: Theme.spacing8
                    Layout.topMargin: Theme.spacing4
                    Layout.columnSpan: grid.columns
                    Layout.fillWidth: true
                }
            }
        }
    }
}

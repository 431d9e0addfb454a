import QtQuick
import QtQuick.Layouts

// Something worth knowing on this page, with at most one thing to do about it.
Rectangle {
    id: banner

    property int tone: Tone.Attention
    property string title
    property string text
    property string iconName
    property string buttonText
    readonly property bool stacked: Theme.textScale >= 1.5

    signal clicked

    implicitWidth: 320
    implicitHeight: grid.implicitHeight + 2 * Theme.spacing16
    radius: Theme.radiusCard
    color: Theme.tint(tone)
    Accessible.role: tone === Tone.Problem ? Accessible.AlertMessage : Accessible.Grouping
    Accessible.name: title.length > 0 && text.length > 0 ? title + ". " + text : title + text

    GridLayout {
        id: grid

        x: Theme.spacing16
        y: Theme.spacing16
        width: parent.width - 2 * Theme.spacing16
        columns: banner.stacked ? 1 : 3
        columnSpacing: Theme.spacing12
        rowSpacing: Theme.spacing12

        Icon {
            name: banner.iconName
            color: Theme.iconOn(banner.tone)
        }

        Column {
            id: words

            spacing: 2
            Layout.fillWidth: true

            AppText {
                visible: text.length > 0
                text: banner.title
                kind: AppText.Strong
                width: words.width
                Accessible.ignored: true
            }

            AppText {
                visible: text.length > 0
                text: banner.text
                kind: AppText.Secondary
                soft: false
                lineHeight: 1.15
                width: words.width
                Accessible.ignored: true
            }
        }

        ActionButton {
            objectName: "button"
            visible: text.length > 0
            text: banner.buttonText
            compact: true
            fill: Theme.card
            label: Theme.primary
            textSize: Theme.bodySize
            radius: Theme.radiusField
            Layout.fillWidth: banner.stacked
            onClicked: banner.clicked()
        }
    }
}

import QtQuick
import QtQuick.Layouts

// A setting that is on or off. The owner sets checked; a press only says what was asked for.
Pressable {
    id: control

    property string title
    property string subtitle
    property string iconName
    property int tone: Tone.Primary
    property bool on: false

    signal switched(bool on)

    text: subtitle.length > 0 ? title + ", " + subtitle : title
    implicitWidth: 280
    implicitHeight: Math.max(Theme.actionHeight, row.implicitHeight + 2 * verticalPadding)
    verticalPadding: Theme.spacing8
    radius: Theme.radiusSmall
    leftInset: -Theme.spacing8
    rightInset: -Theme.spacing8
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: on
    onClicked: switched(!on)

    RowLayout {
        id: row

        x: control.leftPadding
        y: control.topPadding
        width: control.availableWidth
        height: control.availableHeight
        spacing: Theme.spacing12

        IconBadge {
            visible: control.iconName.length > 0
            iconName: control.iconName
            tone: control.tone
        }

        RowLines {
            title: control.title
            subtitle: control.subtitle
            Layout.fillWidth: true
        }

        Rectangle {
            implicitWidth: 52
            implicitHeight: 32
            radius: height / 2
            color: control.on ? Theme.primary : Theme.sunken
            border.width: control.on ? 0 : 2
            border.color: Theme.outline

            Rectangle {
                x: control.on ? parent.width - width - 4 : 6
                anchors.verticalCenter: parent.verticalCenter
                width: control.on ? 24 : 16
                height: width
                radius: width / 2
                color: control.on ? Theme.inkOnPrimary : Theme.outline

                Behavior on x {
                    NumberAnimation { duration: Theme.durationShort }
                }

                Icon {
                    anchors.centerIn: parent
                    name: control.on ? "check" : ""
                    size: 16 / Theme.iconScale
                    color: Theme.primary
                }
            }
        }
    }
}

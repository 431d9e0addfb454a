import QtQuick

// A key of the PIN pad: 0 to 8 are the digits 1 to 9, then biometrics or opening, zero, and take back.
Pressable {
    id: control

    property int cell: 0
    property bool opens: false
    readonly property bool picture: cell === 9 || cell === 11

    text: cell === 9 ? (opens ? qsTr("Open") : qsTr("Unlock with fingerprint or face"))
                     : cell === 11 ? qsTr("Take back") : cell === 10 ? "0" : String(cell + 1)
    implicitWidth: 88
    implicitHeight: 76
    radius: height / 2
    fill: Theme.card

    contentItem: Item {
        AppText {
            anchors.centerIn: parent
            visible: !control.picture
            text: control.picture ? "" : control.text
            kind: AppText.PageTitle
            font.weight: Font.Medium
            font.pixelSize: Math.min(Theme.pageSize + 2, control.height * 0.6)
            Accessible.ignored: true
        }

        Icon {
            anchors.centerIn: parent
            name: control.cell === 11 ? "backspace" : control.cell !== 9 ? "" : control.opens ? "check" : "fingerprint"
            size: 30
            color: Theme.primary
        }
    }
}

import QtQuick
import QtQuick.Layouts

// A question of a form: its words above, the answer's controls inside, and below what is wrong or worth knowing.
Column {
    id: section

    default property alias content: column.data
    property string label
    property string error
    property string hint
    property bool announced: true

    spacing: Theme.spacing8

    AppText {
        visible: text.length > 0
        text: section.label
        kind: AppText.Secondary
        soft: false
        font.weight: Font.DemiBold
        width: section.width
        Accessible.ignored: !section.announced
    }

    ColumnLayout {
        id: column

        width: section.width
        spacing: Theme.spacing8
    }

    RowLayout {
        visible: section.error.length > 0
        width: section.width
        spacing: Theme.spacing8

        Icon {
            name: "error"
            size: 20
            color: Theme.problem
            Layout.alignment: Qt.AlignTop
        }

        AppText {
            objectName: "error"
            text: section.error
            kind: AppText.Secondary
            color: Theme.problem
            font.weight: Font.Medium
            Layout.fillWidth: true
            Accessible.role: Accessible.AlertMessage
        }
    }

    AppText {
        visible: text.length > 0 && section.error.length === 0
        text: section.hint
        kind: AppText.Secondary
        width: section.width
    }
}

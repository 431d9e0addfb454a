import QtQuick
import QtQuick.Layouts

// The head of a top page: its name, a line beneath, and the status pill; the pill goes below when the words are large.
GridLayout {
    id: header

    default property alias trailing: slot.data
    property string title
    property string subtitle

    columns: Theme.textScale >= 1.5 ? 1 : 2
    columnSpacing: Theme.spacing12
    rowSpacing: Theme.spacing4

    Column {
        id: words

        spacing: Theme.spacing4
        Layout.fillWidth: true

        AppText {
            text: header.title
            kind: AppText.PageTitle
            width: words.width
        }

        AppText {
            visible: text.length > 0
            text: header.subtitle
            kind: AppText.Secondary
            font.weight: Font.Medium
            width: words.width
        }
    }

    RowLayout {
        id: slot

        Layout.fillWidth: false
    }
}

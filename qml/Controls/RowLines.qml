import QtQuick

// Title and subtitle of a row, silent because the row says both. A positioner, because a layout
// within a layout does not notice in time that a line wrapped.
Column {
    id: lines

    property string title
    property string subtitle

    spacing: 2

    AppText {
        width: lines.width
        text: lines.title
        kind: AppText.Strong
        Accessible.ignored: true
    }

    AppText {
        width: lines.width
        visible: text.length > 0
        text: lines.subtitle
        kind: AppText.Secondary
        lineHeight: 1.15
        Accessible.ignored: true
    }
}

import QtQuick
import Doorstep.Controls

Page {
    implicitHeight: 844

    DateTimeSheet {
        id: sheet

        title: "When"
        from: new Date(2026, 0, 1)
        to: new Date(2026, 10, 26)
    }
    Component.onCompleted: sheet.show(new Date(2026, 10, 24, 10, 2))
}

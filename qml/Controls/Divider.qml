import QtQuick

// The hairline between rows.
Rectangle {
    implicitHeight: Theme.hairline
    color: Theme.line
    Accessible.ignored: true
}

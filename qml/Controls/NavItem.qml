import QtQml

// One place of the app, as the bottom bar and the rail show it.
QtObject {
    property string text
    property string iconName
    property int badge: 0
}

import QtQml

// One place of the app, as the bottom bar and the rail show it; its name stays the same in every language.
QtObject {
    property string name
    property string text
    property string iconName
    property int badge: 0
}

import QtQml

// The places of the app, told once for the bottom bar and the rail.
QtObject {
    default property list<NavItem> places
}

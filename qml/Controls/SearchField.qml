import QtQuick

// A field that narrows a list while one types.
TextField {
    iconName: "search"
    clearable: true
    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
}

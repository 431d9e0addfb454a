pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// The directory, searched with each key; a place that is not in it is added with one tap.
ColumnLayout {
    id: search

    required property SignpostFormViewModel form
    readonly property bool offersNew: form.newPlaceText.length > 0

    spacing: Theme.spacing8
    Layout.fillHeight: false

    SearchField {
        objectName: "placeSearch"
        text: search.form.query
        placeholderText: qsTr("Which place or activity?")
        Layout.fillWidth: true
        onEdited: text => search.form.query = text
        onCleared: search.form.query = ""
    }

    Card {
        visible: search.form.hasPlaces || search.offersNew || search.form.newPlace.length > 0
        spacing: 0
        Layout.fillWidth: true

        PickRow {
            objectName: "newPlace"
            visible: search.form.newPlace.length > 0
            title: search.form.newPlace
            subtitle: qsTr("Not in the directory yet")
            selected: true
            divider: places.count > 0 || search.offersNew
            Layout.fillWidth: true
        }

        Repeater {
            id: places

            model: search.form.places

            PickRow {
                required property int index

                required title
                required subtitle
                required selected
                objectName: "place_" + index
                divider: index < places.count - 1 || search.offersNew
                Layout.fillWidth: true
                onClicked: search.form.pickPlace(index)
            }
        }

        PlainButton {
            objectName: "addPlaceButton"
            visible: search.offersNew
            text: qsTr("Add “%1” as a new place").arg(search.form.newPlaceText)
            iconName: "add"
            compact: true
            Layout.alignment: Qt.AlignLeft
            Layout.maximumWidth: parent.width
            onClicked: search.form.addPlace()
        }
    }
}

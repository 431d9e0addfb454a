pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// One end of a journey: its name, or a tap on the kind of place, which also names it.
ColumnLayout {
    id: end

    required property FormField kind
    required property FormField place
    property string name
    property string label
    property string iconName

    // What is known already is not asked for again; emptying the field brings the chips back.
    property bool offers: false

    signal picked(int row)

    spacing: Theme.spacing4
    Layout.fillHeight: false
    Component.onCompleted: offers = place.isEmpty

    TextField {
        objectName: end.name + "Field"
        label: end.label
        iconName: end.iconName
        text: end.place.text
        error: end.place.error
        Layout.fillWidth: true
        onEdited: text => end.place.setText(text)
        onFinished: end.place.settle()
    }

    ChipGroup {
        objectName: end.name + "Chip"
        visible: end.offers || end.place.isEmpty
        label: end.label
        model: end.kind.options
        Layout.fillWidth: true
        onToggled: index => end.picked(index)

        Chip {
            visible: end.kind.options.hasMore
            text: qsTr("More…")
            onClicked: end.kind.options.showAll()
        }
    }
}

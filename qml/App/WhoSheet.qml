pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// Asks for whom something is recorded.
BottomSheet {
    id: sheet

    required property PeopleViewModel people

    signal chosen(string person, string name)

    title: qsTr("For whom?")
    onAboutToShow: {
        search.text = "";
        people.find("");
    }

    SearchField {
        id: search

        objectName: "whoField"
        placeholderText: qsTr("Name, street or phone number")
        Layout.fillWidth: true
        onEdited: text => sheet.people.find(text)
        onCleared: sheet.people.find("")
    }

    ListView {
        id: list

        objectName: "whoList"
        model: sheet.people.found
        clip: true
        reuseItems: true
        cacheBuffer: 0 // Rows in the making out of sight do not survive that the rows are replaced.
        boundsBehavior: Flickable.StopAtBounds
        implicitHeight: Math.min(contentHeight, Theme.scaled(420))
        Layout.fillWidth: true
        Accessible.role: Accessible.List
        Accessible.name: sheet.title

        delegate: ListRow {
            required property int index
            required property string person
            required property string name
            required initials
            required subtitle

            objectName: "whoRow_" + index
            width: ListView.view.width
            title: name
            onClicked: {
                sheet.close();
                sheet.chosen(person, name);
            }
        }
    }

    AppText {
        visible: list.count === 0
        text: qsTr("Nobody is found by these words.")
        kind: AppText.Secondary
        Layout.fillWidth: true
    }
}

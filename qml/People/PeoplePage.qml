pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// Everybody, by where they stand or by what is typed.
FocusScope {
    id: page

    required property PeopleViewModel viewModel
    property string currentPerson
    property alias status: slot.data

    signal personAsked(string person)

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("People")

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.spacing8

        PageHeader {
            title: qsTr("People")
            Layout.fillWidth: true
            Layout.margins: Theme.spacing16
            Layout.bottomMargin: 0

            RowLayout {
                id: slot
            }
        }

        SearchField {
            objectName: "searchField"
            text: page.viewModel.typed
            placeholderText: qsTr("Name, street or phone number")
            Layout.leftMargin: Theme.spacing16
            Layout.rightMargin: Theme.spacing16
            Layout.fillWidth: true
            onEdited: text => page.viewModel.typed = text
            onCleared: page.viewModel.typed = ""
        }

        ChipGroup {
            label: qsTr("Which people")
            model: page.viewModel.stages
            Layout.leftMargin: Theme.spacing16
            Layout.rightMargin: Theme.spacing8
            Layout.fillWidth: true
            onToggled: index => page.viewModel.chooseStage(index)
        }

        ListView {
            id: list

            objectName: "peopleList"
            visible: !page.viewModel.isEmpty
            model: page.viewModel.people
            clip: true
            reuseItems: true
            cacheBuffer: 0 // Rows in the making out of sight do not survive that the rows are replaced.
            boundsBehavior: Flickable.StopAtBounds
            bottomMargin: Theme.actionHeight + Theme.spacing24 + Theme.spacing8
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("People")

            delegate: ListRow {
                id: row

                required property int index
                required property string person
                required property string name
                required property int percent
                required initials
                required subtitle
                required tag

                objectName: "personRow_" + index
                width: ListView.view.width
                title: name
                current: person === page.currentPerson
                onClicked: page.personAsked(person)

                CompletenessRing {
                    percent: row.percent
                }
            }
        }

        EmptyState {
            visible: page.viewModel.isEmpty
            iconName: page.viewModel.hasPeople ? "search" : "groups"
            title: page.viewModel.hasPeople ? qsTr("Nobody here") : qsTr("Nobody here yet")
            text: page.viewModel.typed.length > 0
                  ? qsTr("Nobody on this phone is found by “%1”.").arg(page.viewModel.typed)
                  : page.viewModel.hasPeople ? qsTr("Nobody stands here just now.")
                                             : qsTr("People you take on appear here, with what is due for each of them.")
            Layout.margins: Theme.spacing24
            Layout.fillWidth: true
        }

        Item {
            visible: page.viewModel.isEmpty
            Layout.fillHeight: true
        }
    }

    FloatingButton {
        objectName: "newPersonButton"
        text: qsTr("New person")
        iconName: "person_add"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.spacing16
        onClicked: page.viewModel.beginNewPerson()
    }
}

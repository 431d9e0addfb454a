import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// Who the person is and where their support stands. Tabs other than the first show the name alone.
ColumnLayout {
    id: head

    required property PersonViewModel viewModel
    property bool showsAll: true

    signal leaveAsked

    spacing: 0

    TopBar {
        title: head.showsAll ? "" : head.viewModel.name
        Layout.fillWidth: true
        onDismissed: head.leaveAsked()

        IconButton {
            objectName: "callButton"
            visible: String(head.viewModel.phoneLink).length > 0
            text: qsTr("Call %1").arg(head.viewModel.givenName)
            iconName: "call"
            onClicked: Qt.openUrlExternally(head.viewModel.phoneLink)
        }

        IconButton {
            objectName: "mapButton"
            visible: String(head.viewModel.mapLink).length > 0
            text: qsTr("Show the way")
            iconName: "place"
            onClicked: Qt.openUrlExternally(head.viewModel.mapLink)
        }
    }

    RowLayout {
        visible: head.showsAll
        spacing: Theme.spacing12
        Layout.leftMargin: Theme.spacing16 + Theme.spacing4
        Layout.rightMargin: Theme.spacing16 + Theme.spacing4
        Layout.fillWidth: true

        Avatar {
            initials: head.viewModel.initials
            size: 60
        }

        Column {
            id: words

            spacing: Theme.spacing4
            Layout.fillWidth: true

            AppText {
                text: head.viewModel.name
                kind: AppText.PageTitle
                width: words.width
            }

            AppText {
                visible: text.length > 0
                text: head.viewModel.summary
                kind: AppText.Secondary
                width: words.width
            }
        }
    }

    ProgressLine {
        visible: head.showsAll && head.viewModel.week.length > 0
        label: head.viewModel.week
        valueText: head.viewModel.weekDays
        value: head.viewModel.weekShare
        strong: true
        Layout.leftMargin: Theme.spacing16 + Theme.spacing4
        Layout.rightMargin: Theme.spacing16 + Theme.spacing4
        Layout.topMargin: Theme.spacing12
        Layout.bottomMargin: Theme.spacing8
        Layout.fillWidth: true
    }

    TabStrip {
        objectName: "personTabs"
        tabs: [qsTr("Timeline"), qsTr("Goals"), qsTr("Measures"), qsTr("Signposts"), qsTr("About")]
        currentIndex: head.viewModel.tab
        Layout.fillWidth: true
        onChosen: index => head.viewModel.tab = index
    }
}

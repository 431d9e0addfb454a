pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// The day: the visit that is going on, forms to finish, visits and calls, and who is due.
Page {
    id: page

    required property TodayViewModel viewModel
    property alias status: slot.data

    signal personAsked(string person)
    signal draftAsked(string draft)
    signal finishAsked
    signal settingsAsked

    title: qsTr("Today")
    header: PageHeader {
        title: qsTr("Today")
        subtitle: page.viewModel.day
        Layout.fillWidth: true
        Layout.margins: Theme.spacing16
        Layout.bottomMargin: Theme.spacing4

        RowLayout {
            id: slot
        }

        IconButton {
            objectName: "settingsButton"
            text: qsTr("Settings")
            iconName: "settings"
            onClicked: page.settingsAsked()
        }
    }

    VisitCard {
        visible: page.viewModel.visit.isRunning
        visit: page.viewModel.visit
        Layout.fillWidth: true
        onFinishAsked: page.finishAsked()
        onPersonAsked: page.personAsked(page.viewModel.visit.person)
    }

    Banner {
        visible: text.length > 0
        tone: Tone.Problem
        iconName: "error"
        text: page.viewModel.error
        Layout.fillWidth: true
    }

    AppText {
        visible: page.viewModel.hasDrafts
        text: qsTr("Not finished")
        kind: AppText.SectionHeader
        Layout.leftMargin: Theme.spacing4
    }

    Card {
        visible: page.viewModel.hasDrafts
        spacing: 0
        Layout.fillWidth: true

        Repeater {
            id: drafts

            model: page.viewModel.drafts

            CardRow {
                required property int index
                required property string draft
                required subtitle
                required title
                required iconName

                objectName: "draftRow_" + index
                tone: Tone.Attention
                divider: index < drafts.count - 1
                Layout.fillWidth: true
                onClicked: page.draftAsked(draft)
            }
        }
    }

    AppText {
        text: qsTr("Visits and calls")
        kind: AppText.SectionHeader
        Layout.leftMargin: Theme.spacing4
    }

    VisitList {
        visible: page.viewModel.hasVisits
        visits: page.viewModel.visits
        canStart: !page.viewModel.visit.isRunning
        Layout.fillWidth: true
        onPersonAsked: person => page.personAsked(person)
        onStartAsked: row => page.viewModel.startVisit(row)
    }

    Card {
        visible: !page.viewModel.hasVisits
        Layout.fillWidth: true

        AppText {
            text: qsTr("Nothing is planned for today.")
            kind: AppText.Strong
            Layout.fillWidth: true
        }

        AppText {
            text: qsTr("Whatever you do, Record takes it down in a minute.")
            kind: AppText.Secondary
            Layout.fillWidth: true
        }
    }

    AppText {
        visible: page.viewModel.isLoaded
        text: qsTr("Needs you this week")
        kind: AppText.SectionHeader
        Layout.leftMargin: Theme.spacing4
    }

    NeedList {
        visible: page.viewModel.isLoaded
        needs: page.viewModel.needs
        hasNeeds: page.viewModel.hasNeeds
        unshown: page.viewModel.needsLeft
        Layout.fillWidth: true
        onPersonAsked: person => page.personAsked(person)
        onAllAsked: page.viewModel.showAllNeeds()
    }

    // Room for the button that floats above the page.
    Item {
        implicitHeight: Theme.actionHeight + Theme.spacing8
    }
}

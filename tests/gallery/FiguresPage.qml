import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

Page {
    implicitHeight: 1500 * (1 + (Theme.textScale - 1) * 0.6)

    Card {
        spacing: Theme.spacing16
        Layout.fillWidth: true
        GridLayout {
            columns: Theme.textScale > 1.4 ? 1 : 2
            AppText { text: "Loneliness (UCLA)"; kind: AppText.Strong; Layout.fillWidth: true }
            TagChip { text: "3 lower than start"; tone: Tone.Good; large: true }
        }
        LineChart {
            values: [8, 5, 6]
            labels: ["Start", "End", "3 month"]
            minimum: 3; maximum: 9; bandFrom: 6; bandTo: 9; bandLabel: "6–9"; restLabel: "3–5"
            description: "8 at the start, 5 at the end, 6 after 3 months"
            Layout.fillWidth: true
        }
    }
    Card {
        Layout.fillWidth: true
        spacing: Theme.spacing16
        AppText { text: "What you did"; kind: AppText.Strong }
        ProgressLine { label: "Visits"; valueText: "31"; value: 0.78; Layout.fillWidth: true }
        ProgressLine { label: "Still going"; valueText: "6 people"; value: 0.43; tone: Tone.Good; Layout.fillWidth: true }
        ProgressLine { label: "Week 4 of 12"; valueText: "Review 8 Dec · ends 19 Jan"; strong: true; value: 0.33; Layout.fillWidth: true }
    }
    Card {
        Layout.fillWidth: true
        AppText { text: "Goal 1 · friendships and networks"; kind: AppText.Secondary; Layout.fillWidth: true }
        AppText { text: "“Get out of the house once a week, not just to the doctor.”"; kind: AppText.Strong; Layout.fillWidth: true }
        StepBar { done: 2; label: "Some progress"; valueText: "set 3 Nov"; Layout.fillWidth: true }
    }
    Card {
        Layout.fillWidth: true
        AppText { text: "Less lonely than at the start"; kind: AppText.Strong; Layout.fillWidth: true }
        Flow {
            spacing: 12
            Layout.fillWidth: true
            AppText { text: "9 of 12"; kind: AppText.Figure }
            AppText { text: "people with both scores"; kind: AppText.Secondary }
        }
    }
    EmptyState { iconName: "groups"; title: "Nobody here yet"; text: "People you take on appear here, with what is due for each of them."; buttonText: "New person"; buttonIconName: "person_add"; Layout.fillWidth: true }
    Toast { id: toast; Layout.fillWidth: true }
    Component.onCompleted: toast.show("Visit removed from the list", "Undo")
}

import QtQuick
import QtQuick.Layouts
import Doorstep.Controls

Page {
    header: PageHeader {
        title: "Today"
        subtitle: "Tuesday 24 November"
        Layout.fillWidth: true
        Layout.margins: Theme.spacing16
        StatusChip { text: "3 to send"; tone: Tone.Attention; iconName: "cloud_off" }
    }
    implicitHeight: 1900 * (1 + (Theme.textScale - 1) * 0.6)

    AppText { text: "Visits and calls"; kind: AppText.SectionHeader; Layout.leftMargin: 4 }
    Card {
        spacing: 0
        padding: Theme.spacing16
        Layout.fillWidth: true
        CardRow { iconName: "volunteer_activism"; title: "Margaret Ellis"; subtitle: "10:00 · at home · week 4 of 12"; trailingText: "48 min"; trailingTone: Tone.Good; divider: true; Layout.fillWidth: true }
        CardRow { iconName: "directions_bus"; tone: Tone.Info; title: "Dennis Okafor"; subtitle: "13:30 · bus to the library · with Priya"; divider: true; Layout.fillWidth: true }
        CardRow { iconName: "call"; title: "Aileen MacRae"; subtitle: "16:00 · check-in call"; Layout.fillWidth: true }
    }
    AppText { text: "Needs you this week"; kind: AppText.SectionHeader; Layout.leftMargin: 4 }
    Card {
        spacing: 0
        Layout.fillWidth: true
        CardRow { iconName: "pending_actions"; tone: Tone.Attention; title: "6-week review · Joan Price"; subtitle: "Goals were set on 13 October"; trailingText: "Due Thu"; trailingTone: Tone.Attention; divider: true; Layout.fillWidth: true }
        CardRow { iconName: "manage_accounts"; tone: Tone.Attention; title: "No second contact · Tom Reilly"; subtitle: "One visit 12 days ago. People who get a second contact do better."; chevron: false; Layout.fillWidth: true }
    }
    SearchField { placeholderText: "Name, street or phone number"; Layout.fillWidth: true }
    ColumnLayout {
        spacing: 0
        Layout.leftMargin: -16
        Layout.rightMargin: -16
        ListRow { initials: "ME"; title: "Margaret Ellis"; subtitle: "Week 4 of 12 · seen today"; Layout.fillWidth: true; CompletenessRing { percent: 90 } }
        ListRow { initials: "DO"; title: "Dennis Okafor"; subtitle: "Week 7 of 12 · seen 18 Nov"; Layout.fillWidth: true; CompletenessRing { percent: 100 } }
        ListRow { initials: "JP"; title: "Joan Price"; subtitle: "Week 6 of 12 · review due Thursday"; tag: "Review due"; Layout.fillWidth: true; CompletenessRing { percent: 70 } }
        ListRow { initials: "TR"; title: "Tom Reilly"; subtitle: "Week 3 of 12 · seen 12 days ago"; tag: "Needs a second contact"; current: true; Layout.fillWidth: true; CompletenessRing { percent: 0 } }
    }
    Banner { title: "One thing is missing"; text: "Ethnicity was not asked yet"; buttonText: "Add"; Layout.fillWidth: true }
    ColumnLayout {
        spacing: 0
        TimelineRow {
            iconName: "home"; title: "Visit at home · 75 min"; trailingText: "Today"; Layout.fillWidth: true
            subtitle: "You. Talked about the bowls club; she will try Thursday’s session if somebody walks in with her."
            TagChip { text: "Bowls club"; iconName: "signpost" }
            TagChip { text: "Goal 1: some progress"; iconName: "outlined_flag"; width: Math.min(implicitWidth, parent.width) }
        }
        TimelineRow { iconName: "directions_bus"; tone: Tone.Info; title: "Journey · bus to the library"; trailingText: "17 Nov"; subtitle: "Priya (volunteer) · 40 min · Margaret paid by pass"; Layout.fillWidth: true }
        TimelineRow { iconName: "assignment_turned_in"; tone: Tone.Attention; title: "Loneliness score 8 · start"; trailingText: "3 Nov"; Layout.fillWidth: true }
    }
    Card {
        Layout.fillWidth: true
        SwitchRow { iconName: "waving_hand"; title: "I have room for one more person"; subtitle: "Your connector sees this"; on: true; Layout.fillWidth: true }
        SwitchRow { title: "Dark colours"; Layout.fillWidth: true }
    }
    Banner { tone: Tone.Info; iconName: "lightbulb"; text: "Goals can change. Re-word one whenever she does; the earlier words are kept."; Layout.fillWidth: true }
    Banner { tone: Tone.Problem; iconName: "error"; title: "The hub did not take this"; text: "The date is after today."; buttonText: "Mend"; Layout.fillWidth: true }
}

pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// The open goals, each with how far it has come, to be answered for those that were talked about.
FormSection {
    id: section

    required property VisitFormViewModel form

    visible: goals.count > 0
    label: qsTr("Goals talked about")

    Repeater {
        id: goals

        model: section.form.goals

        Card {
            id: goal

            required property int index
            required property string wording
            required property ChoiceModel progress

            spacing: Theme.spacing4
            Layout.fillWidth: true

            AppText {
                text: goal.wording
                Layout.fillWidth: true
            }

            ChipGroup {
                objectName: "goalProgress"
                label: qsTr("Progress: %1").arg(goal.wording)
                model: goal.progress
                Layout.fillWidth: true
                onToggled: index => section.form.goals.pick(goal.index, index)
            }
        }
    }
}

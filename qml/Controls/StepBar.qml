pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// Progress in a few named steps: none, some, a lot, achieved.
Column {
    id: bar

    property int steps: 4
    property int done: 0
    property string label
    property string valueText

    spacing: Theme.spacing8
    Accessible.role: Accessible.ProgressBar
    Accessible.name: (label.length > 0 ? label + ", " : "") + (valueText.length > 0 ? valueText + ", " : "")
        + qsTr("step %1 of %2").arg(done).arg(steps)

    RowLayout {
        width: bar.width
        spacing: Theme.spacing4

        Repeater {
            model: bar.steps

            Bar {
                required property int index

                value: index < bar.done ? 1 : 0
                colour: bar.done >= bar.steps ? Theme.good : Theme.primary
                Layout.fillWidth: true
            }
        }
    }

    WordsPair {
        visible: bar.label.length + bar.valueText.length > 0
        first: bar.label
        second: bar.valueText
        firstStrong: true
        width: bar.width
    }
}

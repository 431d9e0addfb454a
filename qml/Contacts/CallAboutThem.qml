pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// Whom a call about the person was with.
ColumnLayout {
    id: part

    required property CallFormViewModel form

    spacing: Theme.spacing12
    Layout.fillHeight: false

    TextField {
        objectName: "withWhomField"
        label: qsTr("Who did you speak to?")
        placeholderText: qsTr("Name or job")
        text: part.form.withWhom.text
        error: part.form.withWhom.error
        Layout.fillWidth: true
        onEdited: text => part.form.withWhom.setText(text)
        onFinished: part.form.withWhom.settle()
    }

    FormSection {
        visible: !part.form.organisation.options.isEmpty
        label: qsTr("From which organisation?")
        Layout.fillWidth: true

        ChipGroup {
            objectName: "organisationChip"
            label: qsTr("From which organisation?")
            model: part.form.organisation.options
            Layout.fillWidth: true
            onToggled: index => part.form.organisation.pick(index)

            Chip {
                visible: part.form.organisation.options.hasMore
                text: qsTr("More…")
                onClicked: part.form.organisation.options.showAll()
            }
        }
    }
}

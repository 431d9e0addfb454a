pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// Everything known about the person, by groups; each group is changed on a page of its own.
PartList {
    id: list

    required property PersonViewModel viewModel

    objectName: "aboutList"
    model: viewModel.about
    spacing: 0
    Accessible.name: qsTr("About")

    delegate: Column {
        id: row

        required property string group
        required property string groupTitle
        required property string label
        required property string text
        required property bool isAnswered
        required property bool isFirst
        required property bool isLast

        width: ListView.view.width - ListView.view.leftMargin - ListView.view.rightMargin

        RowLayout {
            visible: row.isFirst
            width: parent.width

            AppText {
                text: row.groupTitle
                kind: AppText.SectionHeader
                Layout.leftMargin: Theme.spacing4
                Layout.fillWidth: true
            }

            PlainButton {
                objectName: "edit_" + row.group
                text: qsTr("Change")
                compact: true
                Accessible.name: qsTr("Change: %1").arg(row.groupTitle)
                onClicked: list.viewModel.beginEdit(row.group)
            }
        }

        AboutLine {
            width: parent.width
            label: row.label
            text: row.text
            isAnswered: row.isAnswered
            isFirst: row.isFirst
            isLast: row.isLast
        }

        Item {
            visible: row.isLast
            width: 1
            height: Theme.spacing8
        }
    }
}

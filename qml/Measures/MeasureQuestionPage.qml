pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// One question on the screen, in large type and without names, for the person to answer or to pass.
Page {
    id: page

    required property MeasureFormViewModel form

    title: form.personTitle
    contentSpacing: Theme.spacing12
    header: ColumnLayout {
        spacing: Theme.spacing4
        Layout.fillWidth: true
        Layout.fillHeight: false

        TopBar {
            title: page.form.personTitle
            closes: true
            Layout.fillWidth: true
            onDismissed: page.form.stop()

            AppText {
                objectName: "progressText"
                text: qsTr("%1 of %2").arg(page.form.number).arg(page.form.questions)
                kind: AppText.Secondary
                wrapMode: Text.NoWrap
                Layout.rightMargin: Theme.spacing8
            }
        }

        Bar {
            value: page.form.questions > 0 ? page.form.number / page.form.questions : 0
            Layout.fillWidth: true
            Layout.leftMargin: Theme.spacing16
            Layout.rightMargin: Theme.spacing16
        }
    }
    footer: ActionBar {
        Layout.fillWidth: true

        SecondaryButton {
            objectName: "backButton"
            visible: page.form.number > 1 || !page.form.isHandedOver
            text: qsTr("Back")
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: page.form.back()
        }

        PlainButton {
            objectName: "ratherNotSayButton"
            text: qsTr("Rather not say")
            soft: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: page.form.ratherNotSay()
        }
    }

    AppText {
        objectName: "question"
        text: page.form.question
        kind: AppText.Question
        Layout.fillWidth: true
        Layout.topMargin: Theme.spacing24
        Layout.leftMargin: Theme.spacing8
        Accessible.role: Accessible.Heading
    }

    AppText {
        text: page.form.isDeclined ? qsTr("You said you would rather not say. That is fine.")
                                   : page.form.number === 1 && page.form.intro.length > 0 ? page.form.intro
                                                                                         : qsTr("There is no right or wrong answer.")
        soft: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.spacing8
        Layout.bottomMargin: Theme.spacing24
    }

    Repeater {
        model: page.form.answers

        BigChoice {
            required property int index
            required property string label
            required property string code

            required selected
            objectName: "answer_" + code
            text: label
            Layout.fillWidth: true
            onClicked: page.form.answer(index)
        }
    }

    ScaleChoice {
        objectName: "scale"
        visible: page.form.isScale
        label: page.form.question
        value: page.form.scaleValue
        from: page.form.scaleLeast
        to: page.form.scaleMost
        lowText: page.form.scaleLeastLabel
        highText: page.form.scaleMostLabel
        Layout.fillWidth: true
        onChosen: value => page.form.answerScale(value)
    }

    PrimaryButton {
        objectName: "nextButton"
        visible: page.form.canGoOn
        text: qsTr("Next")
        iconName: "arrow_forward"
        Layout.fillWidth: true
        Layout.topMargin: Theme.spacing12
        onClicked: page.form.goOn()
    }
}

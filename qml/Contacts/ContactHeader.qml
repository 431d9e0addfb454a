import QtQuick
import QtQuick.Layouts
import Doorstep.Controls
import Doorstep.Ui

// The head of a contact's form: the way out, whose it is, whether it is kept, and what went wrong with keeping it.
ColumnLayout {
    id: head

    required property ContactForm form

    spacing: 0
    Layout.fillHeight: false

    TopBar {
        title: head.form.title
        closes: true
        Layout.fillWidth: true
        onDismissed: head.form.leave()

        SavedMark {
            objectName: "savedMark"
            saved: head.form.isSaved
            text: head.form.savedText
            Layout.rightMargin: Theme.spacing8
        }
    }

    Banner {
        objectName: "formError"
        visible: head.form.error.length > 0
        tone: Tone.Problem
        iconName: "error_outline"
        text: head.form.error
        Layout.fillWidth: true
        Layout.margins: Theme.spacing16
    }
}

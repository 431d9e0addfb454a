import QtQuick
import Doorstep.Ui

// Shows the page of the form that is open. A page keeps the form it was made for: going from a visit to its signpost
// and back makes each page anew.
FocusScope {
    id: host

    required property FormsViewModel forms
    readonly property RecordForm current: forms ? forms.current : null
    readonly property list<string> pages: ["Contacts/VisitPage", "Contacts/CallPage", "Journeys/JourneyPage",
                                           "Signposts/SignpostPage", "Goals/GoalPage", "Goals/GoalProgressPage",
                                           "Measures/MeasurePage"]

    onCurrentChanged: show()
    Component.onCompleted: show()

    function show(): void {
        if (current)
            loader.setSource("qrc:/qt/qml/Doorstep/" + pages[current.page] + ".qml", {form: current, focus: true});
        else
            loader.source = "";
    }

    Loader {
        id: loader

        objectName: "formLoader"
        anchors.fill: parent
        focus: true
    }
}

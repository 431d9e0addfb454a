import QtQuick

// A day of the month grid; today is ringed, the chosen day is filled.
Pressable {
    id: control

    property date day
    property bool inMonth: true
    property bool chosen: false
    readonly property bool today: day.toDateString() === new Date().toDateString()

    text: day.toLocaleDateString(Qt.locale(), Locale.LongFormat)
    implicitHeight: Math.max(Theme.touchTarget, Theme.scaled(32))
    implicitWidth: Theme.touchTarget
    opacity: !inMonth ? 0 : enabled ? 1 : Theme.disabledOpacity
    radius: Theme.radiusField
    fill: chosen ? Theme.primary : "transparent"
    edge: today && !chosen ? Theme.primary : "transparent"
    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.ignored: !inMonth

    contentItem: AppText {
        text: control.day.getDate()
        font.weight: control.chosen || control.today ? Font.Bold : Font.Normal
        font.pixelSize: Math.min(Theme.bodySize, control.width * 0.55)
        color: control.chosen ? Theme.inkOnPrimary : Theme.ink
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}

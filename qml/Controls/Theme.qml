pragma Singleton
import QtQuick

// The only place for colours, sizes and durations. Stateless but for the three wishes of the person holding the device.
QtObject {
    id: theme

    property bool dark: false
    property real textScale: 1
    property bool reducedMotion: false

    readonly property color background: dark ? "#101614" : "#F6F4EF"
    readonly property color card: dark ? "#1A2320" : "#FFFFFF"
    readonly property color line: dark ? "#2C3834" : "#E2DED5"
    readonly property color ink: dark ? "#E9F0EC" : "#16231F"
    readonly property color softInk: dark ? "#A3B3AB" : "#55635D"
    readonly property color primary: dark ? "#7FD3BB" : "#0E5A4B"
    readonly property color inkOnPrimary: dark ? "#00382C" : "#FFFFFF"
    readonly property color primaryTint: dark ? "#1F3B34" : "#DCEBE5"
    // Light: the signal orange, darkened until it stands out 3 : 1 as a graphic on its own tint.
    readonly property color attention: dark ? "#F5B662" : "#C27312"
    readonly property color attentionTint: dark ? "#3B2D16" : "#FBEBD3"
    readonly property color problem: dark ? "#F2B8B5" : "#B3261E"
    readonly property color inkOnProblem: dark ? "#4A1F1C" : "#FFFFFF"
    readonly property color problemTint: dark ? "#4A1F1C" : "#F9DEDC"
    readonly property color good: dark ? "#7CCF9B" : "#2E7D4F"
    readonly property color inkOnGood: dark ? "#0B3A20" : "#FFFFFF"
    readonly property color info: dark ? "#A8C8F5" : "#2C5F9E"
    readonly property color infoTint: dark ? "#1E2F47" : "#DCE7F5"

    readonly property color sunken: dark ? "#26312D" : "#ECE9E1"
    readonly property color track: dark ? "#34423D" : "#E2DED5"
    // Edge of an empty mark (radio, pin dot), where the edge alone carries meaning.
    readonly property color outline: dark ? "#A3B3AB" : "#55635D"
    readonly property color focus: dark ? "#FFD08A" : "#8A4B00"
    readonly property color scrim: dark ? "#B3000000" : "#80101614"
    readonly property color shadow: dark ? "#80000000" : "#26101614"
    readonly property color toast: dark ? "#E9F0EC" : "#24332E"
    readonly property color inkOnToast: dark ? "#16231F" : "#FFFFFF"
    readonly property color toastAction: dark ? "#0E5A4B" : "#8FDCC6"
    // Laid over a control while the pointer is on it or a finger holds it.
    readonly property real hoverOpacity: 0.05
    readonly property real pressOpacity: 0.12
    readonly property real disabledOpacity: 0.45
    readonly property real veilOpacity: 0.14

    readonly property string fontFamily: theme.regular.name
    readonly property string iconFamily: theme.icons.name

    readonly property real labelSize: scaled(13)
    readonly property real secondarySize: scaled(14)
    readonly property real bodySize: scaled(16)
    readonly property real titleSize: scaled(20)
    readonly property real pageSize: scaled(24)
    readonly property real questionSize: scaled(30)
    readonly property real figureSize: scaled(40)

    // Pictures grow with the words beside them, but stop earlier: at 200 % text they would push the words out.
    readonly property real iconScale: Math.min(textScale, 1.4)
    readonly property real iconSize: 24 * iconScale

    readonly property int spacing4: 4
    readonly property int spacing8: 8
    readonly property int spacing12: 12
    readonly property int spacing16: 16
    readonly property int spacing24: 24

    readonly property int radiusSmall: 10
    readonly property int radiusField: 12
    readonly property int radiusCard: 16
    readonly property int radiusChip: 20
    readonly property int radiusSheet: 28
    readonly property int hairline: 1
    readonly property int focusWidth: 3

    readonly property int touchTarget: 48
    readonly property int actionHeight: 56
    readonly property int choiceHeight: 84
    readonly property int wideFrom: 840
    readonly property int formWidth: 640

    readonly property real navSizeMost: 20
    readonly property int durationShort: reducedMotion ? 0 : 150
    readonly property int durationMedium: reducedMotion ? 0 : 200
    readonly property int durationTurn: 1200
    readonly property int toastDuration: 6000

    readonly property FontLoader regular: FontLoader { source: "fonts/Inter-Regular.otf" }
    readonly property FontLoader medium: FontLoader { source: "fonts/Inter-Medium.otf" }
    readonly property FontLoader semiBold: FontLoader { source: "fonts/Inter-SemiBold.otf" }
    readonly property FontLoader bold: FontLoader { source: "fonts/Inter-Bold.otf" }
    readonly property FontLoader icons: FontLoader { source: "fonts/MaterialIcons-Regular.ttf" }

    function scaled(pixels: real): real {
        return pixels * textScale;
    }

    function tint(tone: int): color {
        return [sunken, primaryTint, primaryTint, infoTint, attentionTint, problemTint][tone];
    }

    // Words on the tint of that tone.
    function inkOn(tone: int): color {
        return [ink, primary, primary, info, ink, problem][tone];
    }

    // Graphics on the tint of that tone, or on card and background.
    function iconOn(tone: int): color {
        return [softInk, primary, good, info, attention, problem][tone];
    }
}

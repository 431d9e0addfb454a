import QtQuick
import QtQuick.Shapes

// How much of what is asked for is known, as a ring with the number inside.
Item {
    id: ring

    property int percent: 0
    property real size: 40
    readonly property real stroke: width * 0.11
    readonly property color colour: percent >= 100 ? Theme.good : Theme.attention

    implicitWidth: size * Theme.iconScale
    implicitHeight: implicitWidth
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1 percent complete").arg(percent)

    Shape {
        anchors.fill: parent

        ShapePath {
            strokeColor: Theme.track
            strokeWidth: ring.stroke
            fillColor: "transparent"

            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: (ring.width - ring.stroke) / 2 - 1
                radiusY: radiusX
                startAngle: 0
                sweepAngle: 360
            }
        }

        ShapePath {
            strokeColor: ring.colour
            strokeWidth: ring.percent > 0 ? ring.stroke : -1
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: ring.width / 2
                centerY: ring.height / 2
                radiusX: (ring.width - ring.stroke) / 2 - 1
                radiusY: radiusX
                startAngle: -90
                sweepAngle: 360 * Math.min(100, ring.percent) / 100
            }
        }
    }

    AppText {
        anchors.centerIn: parent
        text: ring.percent
        kind: AppText.Caption
        font.pixelSize: ring.width * 0.28
        font.weight: Font.Bold
        Accessible.ignored: true
    }
}

pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes

// A few scores over time, with the band of scores that asks for attention. The words of the chart are its description.
Item {
    id: chart

    property list<real> values
    property list<string> labels
    property real minimum: 0
    property real maximum: 10
    property real bandFrom: 0
    property real bandTo: 0
    property string bandLabel
    property string restLabel
    property string description
    readonly property real headroom: Theme.labelSize + Theme.spacing8
    readonly property real plotHeight: Theme.scaled(128)
    readonly property real edge: Theme.spacing24
    readonly property real step: values.length > 1 ? (width - 2 * edge) / (values.length - 1) : 0

    implicitWidth: 320
    implicitHeight: plotHeight + caption.height + Theme.spacing8
    Accessible.role: Accessible.Chart
    Accessible.name: description

    function xAt(index: int): real {
        return values.length > 1 ? edge + index * step : width / 2;
    }

    function yAt(value: real): real {
        const usable = plotHeight - headroom - Theme.spacing8;
        return headroom + usable * (maximum - value) / Math.max(1, maximum - minimum);
    }

    Rectangle {
        readonly property real upper: chart.bandTo >= chart.maximum ? 0 : chart.yAt(chart.bandTo)

        visible: chart.bandTo > chart.bandFrom
        y: upper
        width: parent.width
        height: chart.yAt(chart.bandFrom) + Theme.spacing8 - upper
        radius: Theme.spacing4
        color: Theme.attentionTint
    }

    AppText {
        x: parent.width - width - Theme.spacing8
        y: Theme.spacing4
        text: chart.bandLabel
        kind: AppText.Caption
        Accessible.ignored: true
    }

    AppText {
        x: parent.width - width - Theme.spacing8
        y: chart.plotHeight - height
        text: chart.restLabel
        kind: AppText.Caption
        soft: true
        Accessible.ignored: true
    }

    Shape {
        anchors.fill: parent

        ShapePath {
            strokeColor: Theme.primary
            strokeWidth: 3
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin

            PathPolyline {
                path: Array.from(chart.values, (value, index) => Qt.point(chart.xAt(index), chart.yAt(value)))
            }
        }
    }

    Repeater {
        model: chart.values

        Rectangle {
            id: point

            required property int index
            required property real modelData

            x: chart.xAt(index) - width / 2
            y: chart.yAt(modelData) - height / 2
            width: Theme.spacing12 + 2
            height: width
            radius: width / 2
            color: Theme.card
            border.width: 3
            border.color: Theme.primary

            AppText {
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.top
                anchors.bottomMargin: 1
                text: point.modelData
                kind: AppText.Secondary
                soft: false
                font.weight: Font.Bold
                Accessible.ignored: true
            }
        }
    }

    AppText {
        id: caption

        visible: false
        text: "0"
        kind: AppText.Caption
    }

    Repeater {
        model: chart.labels

        AppText {
            required property int index
            required property string modelData

            x: Math.max(0, Math.min(chart.width - width, chart.xAt(index) - width / 2))
            y: chart.plotHeight + Theme.spacing8
            text: modelData
            kind: AppText.Caption
            soft: true
            Accessible.ignored: true
        }
    }
}

import QtQuick
import QtQuick.Shapes

// The mark of the app: a house with a heart for a door.
Item {
    id: logo

    property real size: 56
    property color color: Theme.primary
    property color heart: Theme.background

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    Shape {
        width: 56
        height: 56
        scale: logo.size / 56
        transformOrigin: Item.TopLeft

        ShapePath {
            fillColor: logo.color
            strokeColor: logo.color
            strokeWidth: 2
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: "M28 5 L53 28 H46 V50 H10 V28 H3 Z"
            }
        }

        ShapePath {
            fillColor: logo.heart
            strokeColor: "transparent"

            PathSvg {
                path: "M28 45 C20 38 15 34 15 28 C15 23.5 18.3 20.5 22 20.5 C24.6 20.5 26.8 21.8 28 24 C29.2 21.8 31.4 20.5 34 20.5 C37.7 20.5 41 23.5 41 28 C41 34 36 38 28 45 Z"
            }
        }
    }
}

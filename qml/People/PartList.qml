import QtQuick
import Doorstep.Controls

// The list of one part of a person's page: virtual, with room at the end for the button that floats above it.
ListView {
    leftMargin: Theme.spacing16
    rightMargin: Theme.spacing16
    topMargin: Theme.spacing16
    bottomMargin: Theme.actionHeight + Theme.spacing24 + Theme.spacing16
    spacing: Theme.spacing12
    clip: true
    reuseItems: true
    cacheBuffer: 0 // Rows in the making out of sight do not survive that the rows are replaced.
    boundsBehavior: Flickable.StopAtBounds
    Accessible.role: Accessible.List
}

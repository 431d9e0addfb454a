import QtQuick

// All running text: kind names the role in the page, never the look.
Text {
    enum Kind {
        Body,
        Strong,
        Secondary,
        Caption,
        SectionHeader,
        Title,
        PageTitle,
        Question,
        Figure
    }

    property int kind: AppText.Body
    property bool soft: kind === AppText.Secondary || kind === AppText.SectionHeader
    readonly property bool heading: kind >= AppText.SectionHeader && kind !== AppText.Figure

    font.family: Theme.fontFamily
    font.pixelSize: [Theme.bodySize, Theme.bodySize, Theme.secondarySize, Theme.labelSize, Theme.secondarySize,
                     Theme.titleSize, Theme.pageSize, Theme.questionSize, Theme.figureSize][kind]
    font.weight: [Font.Normal, Font.DemiBold, Font.Normal, Font.Medium, Font.DemiBold, Font.Bold, Font.Bold, Font.Bold,
                  Font.Bold][kind]
    color: soft ? Theme.softInk : Theme.ink
    linkColor: Theme.primary
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    lineHeight: kind >= AppText.Title ? 1.1 : 1.0
    Accessible.role: heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: text
}

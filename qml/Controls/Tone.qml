import QtQml

// What a colour says; every use also carries a word or an icon.
QtObject {
    enum Kind {
        Neutral,
        Primary,
        Good,
        Info,
        Attention,
        Problem
    }
}

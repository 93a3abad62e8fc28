import TestSupport

/// What a program is doing when it is killed.
enum Victim: String, CaseIterable {
    case opening
    case change
    case largeChange = "large change"
    case undo
    case severalUndo = "undo N"
    case redo
    case save
    case saveUnderAName = "save PATH"
    case automaticSave = "automatic save"
    case replay
    case failingReplay = "failing replay"
    case importRows = "import"
    case failingImport = "failing import"
    case export
    case end = "end of input"
    case quit
    case closedStreams = "closed streams"
    case replacedLog = "replaced log"
    case editedState = "edited state"

    /// Whether the program ends by it, which answers nothing.
    var ends: Bool { self == .end || self == .quit }

    /// Whether the state is saved by it.
    var saves: Bool { ends || self == .save }

    /// One of them: what is short is taken more often than what is long.
    static func any(_ random: inout SplitMix64) -> Victim {
        switch random.below(100) {
        case 0..<6: .opening
        case 6..<10: .closedStreams
        case 10..<13: .replacedLog
        case 13..<16: .editedState
        case 16..<26: .change
        case 26..<31: .largeChange
        case 31..<39: .undo
        case 39..<47: .severalUndo
        case 47..<54: .redo
        case 54..<66: .save
        case 66..<69: .saveUnderAName
        case 69..<73: .automaticSave
        case 73..<78: .replay
        case 78..<80: .failingReplay
        case 80..<85: .importRows
        case 85..<86: .failingImport
        case 86..<88: .export
        case 88..<94: .end
        default: .quit
        }
    }
}

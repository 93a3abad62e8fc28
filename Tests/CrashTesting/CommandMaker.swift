import TestSupport

/// Makes commands, some of which are errors: those must fail in the program as they fail in the twin.
struct CommandMaker {
    var random: SplitMix64
    private var made = 0

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// A command of a sort that leaves nothing but changes of the session.
    mutating func command(_ victim: Victim, folder: String) -> String {
        switch victim {
        case .largeChange:
            return
                "add source \"Large\" text=\"\(String(repeating: word() + " 국가 ", count: random.pick(200...12_000)))\""
        case .undo: return "undo"
        case .severalUndo: return "undo \(random.pick(2...4))"
        case .redo: return random.oneIn(2) ? "redo" : "redo \(random.pick(2...3))"
        case .save: return "save"
        case .replay, .failingReplay: return "replay \(folder)/batch.dossier"
        case .importRows, .failingImport:
            return
                "import csv batch.csv kind=event title={title} when={day} actor={actor} quantity=\"{count} soldiers\""
        case .export: return "export json to \(folder)/out.json --overwrite"
        case .quit: return "quit"
        default: return change()
        }
    }

    /// One change. The texts of `set` have one length, so that states differ that have one size.
    mutating func change() -> String {
        made += 1
        switch random.below(20) {
        case 0..<6: return "add note \"\(word()) \(made)\""
        case 6..<9: return "add event 2024-\(10 + random.below(3)) \"\(word())\" quantity=~\(100 + made) #troops"
        case 9..<11: return "add entity \"\(word()) \(made)\" alias=\"이름 \(made)\""
        case 11..<13: return "link e\(random.pick(1...5)) precedes e\(random.pick(1...5))"
        case 13: return "drop n\(random.pick(1...9)) --with-links"
        default: return "set n1 text=\(word())"
        }
    }

    /// A script of so many lines; one that fails does so at its last.
    mutating func script(lines: Int, fails: Bool) -> String {
        var text = "add note \"first of \(lines)\"\n"
        for _ in 1..<lines {
            text += random.oneIn(3) ? "add note \"\(word())\" #batch\n" : "set n1 text=\(word())\n"
        }
        return text + (fails ? "nonsense\n" : "")
    }

    /// A file of so many rows; one that fails does so at its last.
    mutating func rows(_ count: Int, fails: Bool) -> String {
        var text = "title,day,actor,count\n"
        for row in 1...count {
            let day = fails && row == count ? "nonsense" : "2024-10-\(10 + random.below(20))"
            text += "\"\(word()), \(row)\",\(day),Unit \(random.below(30)),\(row)\n"
        }
        return text
    }

    private mutating func word() -> String { random.text(of: ["a", "b", "c", "d", "e", "f"], count: 12) }
}

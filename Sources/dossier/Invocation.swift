import DossierCore

/// What the command line asks for.
struct Invocation {
    var task = Task.session(path: nil, commands: [])
    var json = false
    var readOnly = false
    var keepGoing = false
    var quiet = false
    var noColor = false
    var ascii = false
    var width: Int?
    var trust = Trust.neither
    var into: String?
    var append = false
    var allowWrite: String?

    enum Task {
        case session(path: String?, commands: [String])
        case replay(scripts: [String])
        case schema
        case help
        case version
    }

    init(_ arguments: [String]) throws(UsageError) {
        var rest = arguments[...]
        let isReplay = rest.first == "replay"
        let isSchema = rest.first == "schema"
        if isReplay || isSchema { rest.removeFirst() }
        var words: [String] = []
        var commands: [String] = []
        while let word = rest.popFirst() {
            if word == "--" {
                words += rest
                break
            }
            guard word.hasPrefix("-"), word.count > 1 else {
                words.append(word)
                continue
            }
            if isSchema, !["-h", "--help", "--version"].contains(word) {
                throw UsageError("'\(word)' does not stand with 'schema'")
            }
            try read(word, &rest, isReplay: isReplay, commands: &commands)
        }
        switch task {
        case .help, .version: return
        default: break
        }
        if isSchema {
            if let word = words.first { throw UsageError("'\(word)' is one word too many: 'schema' stands alone") }
            task = .schema
        } else if isReplay {
            if words.isEmpty { throw UsageError("'replay' needs a script") }
            task = .replay(scripts: words)
        } else {
            if words.count > 1 { throw UsageError("'\(words[1])' is one word too many: one session at a time") }
            task = .session(path: words.first, commands: commands)
        }
    }

    private mutating func read(
        _ word: String, _ rest: inout ArraySlice<String>, isReplay: Bool, commands: inout [String]
    ) throws(UsageError) {
        let parts = word.hasPrefix("--") ? word.split(separator: "=", maxSplits: 1).map(String.init) : [word]
        guard let option = Option.named(parts[0]) else {
            throw UsageError(
                "unknown option '\(parts[0])'",
                suggestion: Suggestion.nearest(to: parts[0], among: Option.all.map(\.name)))
        }
        if option.scope == (isReplay ? .session : .replay) {
            throw UsageError(
                "'\(option.name)' " + (isReplay ? "does not stand with 'replay'" : "stands with 'replay' only"))
        }
        var value = ""
        if let name = option.value {
            guard let given = parts.count == 2 ? parts[1] : rest.popFirst() else {
                throw UsageError("'\(option.name)' needs \(name)")
            }
            value = given
        } else if parts.count == 2 {
            throw UsageError("'\(option.name)' takes no value")
        }
        try set(option.name, value, commands: &commands)
    }

    private mutating func set(_ name: String, _ value: String, commands: inout [String]) throws(UsageError) {
        switch name {
        case "-c": commands.append(value)
        case "--json": json = true
        case "--read-only": readOnly = true
        case "--keep-going": keepGoing = true
        case "--quiet": quiet = true
        case "--no-color": noColor = true
        case "--ascii": ascii = true
        case "--append": append = true
        case "--into": into = value
        case "--allow-write": allowWrite = value
        case "--help": task = .help
        case "--version": task = .version
        case "--width":
            guard let columns = Int(value), (10...10_000).contains(columns) else {
                throw UsageError("'--width' is a number of columns from 10 to 10000")
            }
            width = columns
        case "--trust":
            switch value {
            case "state": trust = .state
            case "log": trust = .log
            default: throw UsageError("'--trust' is 'state' or 'log'")
            }
        default: throw UsageError("unknown option '\(name)'")
        }
    }
}

/// A command line that is none of the program's.
struct UsageError: Error {
    let problem: String
    let suggestion: String?

    init(_ problem: String, suggestion: String? = nil) {
        self.problem = problem
        self.suggestion = suggestion
    }
}

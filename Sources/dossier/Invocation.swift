import DossierModel
import DossierStorage
import Glibc

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
    var wait: Double?
    var into: String?
    var append = false
    var overwrite = false
    var allowWrite: String?
    var keepsArchive = true
    var verify = false
    var update = false

    /// Whether words are the paths of sessions whatever they say, as they are after `--`.
    private var namesSession = false

    enum Task {
        case session(path: String?, commands: [String])
        case replay(scripts: [String])
        case repair(path: String)
        case compact(path: String)
        case schema
        case manual
        case completions(CompletionShell)
        case help(Option.Scope)
        case version
    }

    init(_ arguments: [String]) throws(UsageError) {
        var rest = arguments[...]
        let scope = rest.first.flatMap(Option.Scope.named) ?? .session
        if scope != .session { rest.removeFirst() }
        var words: [String] = []
        var commands: [String] = []
        while let word = rest.popFirst() {
            if word == "--" {
                words += rest
                namesSession = true
                break
            }
            guard word.hasPrefix("-"), word.count > 1 else {
                words.append(word)
                continue
            }
            try read(word, &rest, scope, commands: &commands)
        }
        switch task {
        case .help, .version: return
        default: break
        }
        task = try self.task(scope, words, commands)
        if case .replay(let scripts) = task { try checkNotebooks(scripts) }
    }

    /// How a program opens a session that it may change.
    var access: Access { .program(waiting: wait ?? 5) }

    private func task(_ scope: Option.Scope, _ words: [String], _ commands: [String]) throws(UsageError) -> Task {
        let most = [.session: 1, .repair: 1, .compact: 1, .completions: 1, .replay: Int.max][scope, default: 0]
        if words.count > most, scope != .session || task(meantBy: words) == nil {
            let reason =
                most == 0
                ? "'\(scope.rawValue)' takes no other words"
                : "one \(scope == .completions ? "shell" : "session") at a time"
            throw UsageError("unexpected word '\(words[most])': \(reason)")
        }
        switch scope {
        case .session:
            if commands.isEmpty, let meant = task(meantBy: words) { return meant }
            return .session(path: words.first, commands: commands)
        case .replay:
            if words.isEmpty { throw UsageError("'replay' needs a script") }
            if overwrite, into == nil { throw UsageError("'--overwrite' needs '--into', the session that it replaces") }
            if overwrite, append { throw UsageError("'--overwrite' and '--append' cannot be used together") }
            return .replay(scripts: words)
        case .repair:
            guard let path = words.first else { throw UsageError("'repair' needs a session") }
            if into == nil { throw UsageError("'repair' needs '--into', the new session") }
            return .repair(path: path)
        case .compact:
            guard let path = words.first else { throw UsageError("'compact' needs a session") }
            return .compact(path: path)
        case .schema: return .schema
        case .manual: return .manual
        case .completions:
            guard let word = words.first else {
                throw UsageError("'completions' needs a shell: \(CompletionShell.names.joined(separator: ", "))")
            }
            guard let shell = CompletionShell(rawValue: word) else {
                throw UsageError(
                    "there are no completions for '\(word)'",
                    suggestion: Suggestion.nearest(to: word, among: CompletionShell.names))
            }
            return .completions(shell)
        }
    }

    /// The task of `help`, `help TASK` and `version`, which people type for the options; a file of that name is a session.
    private func task(meantBy words: [String]) -> Task? {
        guard let first = words.first, !namesSession, !Invocation.isFile(first) else { return nil }
        switch (first, words.count) {
        case ("help", 1): return .help(.session)
        case ("help", 2): return Option.Scope.named(words[1]).map { .help($0) }
        case ("version", 1): return .version
        default: return nil
        }
    }

    private static func isFile(_ path: String) -> Bool { Glibc.access(path, F_OK) == 0 }

    /// Answers are compared or written in notebooks only.
    private func checkNotebooks(_ scripts: [String]) throws(UsageError) {
        if verify, update { throw UsageError("'--verify' and '--update' cannot be used together") }
        guard verify || update, let script = scripts.first(where: { !$0.hasSuffix(".md") }) else { return }
        throw UsageError("'\(script)' is not a notebook, NAME.md: it has no answers")
    }

    private mutating func read(
        _ word: String, _ rest: inout ArraySlice<String>, _ scope: Option.Scope, commands: inout [String]
    ) throws(UsageError) {
        let parts = word.hasPrefix("--") ? word.split(separator: "=", maxSplits: 1).map(String.init) : [word]
        guard let option = Option.named(parts[0]) else {
            throw UsageError(
                "unknown option '\(parts[0])'",
                suggestion: Suggestion.nearest(to: parts[0], among: Option.all.map(\.name)))
        }
        if !option.scopes.contains(scope) {
            let others = option.scopes.filter { $0 != .session }.map { "'\($0.rawValue)'" }
            throw UsageError(
                "'\(option.name)' "
                    + (scope == .session
                        ? "can be used only with \(others.joined(separator: " and "))"
                        : "cannot be used with '\(scope.rawValue)'"))
        }
        var value = ""
        if let name = option.value {
            guard let given = parts.count == 2 ? parts[1] : rest.popFirst() else {
                throw UsageError("'\(option.name)' needs \(name)")
            }
            value = given
        } else if parts.count == 2 {
            throw UsageError("'\(option.name)' does not accept a value")
        }
        try set(option.name, value, scope, commands: &commands)
    }

    private mutating func set(
        _ name: String, _ value: String, _ scope: Option.Scope, commands: inout [String]
    ) throws(UsageError) {
        switch name {
        case "-c": commands.append(value)
        case "--json": json = true
        case "--read-only": readOnly = true
        case "--keep-going": keepGoing = true
        case "--quiet": quiet = true
        case "--no-color": noColor = true
        case "--ascii": ascii = true
        case "--append": append = true
        case "--overwrite": overwrite = true
        case "--no-archive": keepsArchive = false
        case "--verify": verify = true
        case "--update": update = true
        case "--into": into = value
        case "--allow-write": allowWrite = value
        case "--help": task = .help(scope)
        case "--version": task = .version
        case "--width":
            guard let columns = Int(value), (10...10_000).contains(columns) else {
                throw UsageError("'--width' must be a number of columns from 10 to 10000")
            }
            width = columns
        case "--wait":
            guard let seconds = Double(value), (0...86_400).contains(seconds) else {
                throw UsageError("'--wait' must be a number of seconds from 0 to 86400")
            }
            wait = seconds
        case "--trust":
            switch value {
            case "state": trust = .state
            case "log": trust = .log
            default: throw UsageError("'--trust' must be 'state' or 'log'")
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

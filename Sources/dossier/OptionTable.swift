/// The options of the command line, one line each: parsing, help, manual and completions are made from this table.
struct Option: Sendable {
    let name: String
    let value: String?
    let scopes: [Scope]
    let summary: String

    static let all: [Option] = [
        Option(
            name: "-c", value: "COMMAND", scopes: [.session], summary: "runs a command and exits; can be repeated"),
        Option(
            name: "--into", value: "SESSION.json", scopes: [.replay, .repair],
            summary: "the session that a replay or a repair creates"),
        Option(
            name: "--append", value: nil, scopes: [.replay],
            summary: "replays into a session that already has records"),
        Option(
            name: "--overwrite", value: nil, scopes: [.replay, .repair],
            summary: "replaces the session at --into if all succeeds"),
        Option(
            name: "--verify", value: nil, scopes: [.replay],
            summary: "compares the answers in notebooks with the current ones"),
        Option(name: "--update", value: nil, scopes: [.replay], summary: "writes the current answers into notebooks"),
        Option(
            name: "--keep-going", value: nil, scopes: [.session, .replay],
            summary: "continues after an error; the exit code is still 1"),
        Option(
            name: "--no-archive", value: nil, scopes: [.compact],
            summary: "does not keep the folded entries"),
        Option(
            name: "--allow-write", value: "DIR", scopes: [.replay],
            summary: "allows the script to write below this folder"),
        Option(
            name: "--json", value: nil, scopes: Scope.working, summary: "prints each answer as one line of JSON"),
        Option(
            name: "--read-only", value: nil, scopes: [.session], summary: "opens the session without locking it"),
        Option(
            name: "--wait", value: "SECONDS", scopes: [.session, .replay, .compact],
            summary: "waits for another writer; 5 s by default, 0 in the shell"),
        Option(
            name: "--trust", value: "state|log", scopes: [.session, .replay, .repair],
            summary: "which file to trust after a change from outside"),
        Option(name: "--width", value: "N", scopes: Scope.working, summary: "fits answers to N columns"),
        Option(name: "--ascii", value: nil, scopes: Scope.working, summary: "draws charts and lines in ASCII only"),
        Option(name: "--no-color", value: nil, scopes: Scope.working, summary: "prints without colour"),
        Option(name: "--quiet", value: nil, scopes: Scope.working, summary: "does not report successful changes"),
        Option(name: "--version", value: nil, scopes: Scope.allCases, summary: "prints the version"),
        Option(name: "--help", value: nil, scopes: Scope.allCases, summary: "prints this"),
    ]

    /// The option of a word; `-h` is short for `--help`.
    static func named(_ word: String) -> Option? {
        all.first { $0.name == (word == "-h" ? "--help" : word) }
    }

    /// The option with what follows it.
    var usage: String { name + (value.map { " " + $0 } ?? "") }

    /// What a shell may put in as its value.
    var completion: WordCompletion {
        switch value {
        case "SESSION.json": .files(["json"])
        case "DIR": .folders
        case let words? where words.contains("|"): .words(words.split(separator: "|").map(String.init))
        default: .nothing
        }
    }
}

/// A command line as one types it.
struct CommandLineExample: Sendable {
    let summary: String
    let command: String

    /// The first are those of the help.
    static let all = [
        CommandLineExample(summary: "open a session, or begin one", command: "dossier report.json"),
        CommandLineExample(
            summary: "one query, for a program", command: "dossier report.json -c 'show events' --json"),
        CommandLineExample(
            summary: "make a session of a script",
            command: "dossier replay report.dossier --into report.json"),
        CommandLineExample(
            summary: "recover a damaged session",
            command: "dossier repair report.json --into saved.json"),
        CommandLineExample(
            summary: "fold a long log", command: "dossier compact report.json"),
        CommandLineExample(
            summary: "check that the answers in notebooks are current", command: "dossier replay --verify report.md"),
        CommandLineExample(
            summary: "read the manual", command: "dossier manual > dossier.1; man -l dossier.1"),
        CommandLineExample(
            summary: "completion in bash, from the next shell on",
            command: "dossier completions bash > ~/.local/share/bash-completion/completions/dossier"),
    ]
}

/// The codes with which the program ends, after sysexits(3).
enum ExitCodes {
    static let all: [(code: Int32, meaning: String)] = [
        (0, "success"), (1, "a command failed, or an answer differs"), (64, "usage"), (65, "bad data"),
        (66, "no such file"), (73, "cannot create"), (74, "I/O"), (75, "in use"), (77, "no permission"),
    ]
}

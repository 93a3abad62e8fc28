import DossierCore

/// The options of the command line, one line each: parsing and help are made from this table.
struct Option: Sendable {
    let name: String
    let value: String?
    let scopes: [Scope]
    let summary: String

    /// Where an option may stand.
    enum Scope: String, Sendable, CaseIterable {
        case session, replay, repair, compact, schema

        /// Where a session is worked with.
        static let working: [Scope] = [.session, .replay, .repair, .compact]
    }

    static let all: [Option] = [
        Option(
            name: "-c", value: "COMMAND", scopes: [.session], summary: "runs a command and leaves; may be given again"),
        Option(
            name: "--into", value: "SESSION.json", scopes: [.replay, .repair],
            summary: "the session that a replay or a repair makes"),
        Option(
            name: "--append", value: nil, scopes: [.replay],
            summary: "replays into a session that holds records already"),
        Option(
            name: "--keep-going", value: nil, scopes: [.session, .replay],
            summary: "goes on after an error; the exit code is still 1"),
        Option(
            name: "--no-archive", value: nil, scopes: [.compact],
            summary: "does not keep the entries that are folded"),
        Option(
            name: "--allow-write", value: "DIR", scopes: [.replay], summary: "lets the script write below this folder"),
        Option(
            name: "--json", value: nil, scopes: Scope.working, summary: "prints each answer as one JSON value a line"),
        Option(
            name: "--read-only", value: nil, scopes: [.session], summary: "opens the session without taking its lock"),
        Option(
            name: "--trust", value: "state|log", scopes: [.session, .replay, .repair],
            summary: "which file is believed after a change from outside"),
        Option(name: "--width", value: "N", scopes: Scope.working, summary: "fits answers into N columns"),
        Option(name: "--ascii", value: nil, scopes: Scope.working, summary: "draws charts and rules with ASCII only"),
        Option(name: "--no-color", value: nil, scopes: Scope.working, summary: "prints without colour"),
        Option(name: "--quiet", value: nil, scopes: Scope.working, summary: "says nothing of changes that went well"),
        Option(name: "--version", value: nil, scopes: Scope.allCases, summary: "prints the version"),
        Option(name: "--help", value: nil, scopes: Scope.allCases, summary: "prints this"),
    ]

    /// The option of a word; `-h` is short for `--help`.
    static func named(_ word: String) -> Option? {
        all.first { $0.name == (word == "-h" ? "--help" : word) }
    }

    /// The help of the command line.
    static var help: String {
        var text = """
            # take a session up, or begin one
            dossier report.json
            # one question, for a program
            dossier report.json -c 'show events by when' --json
            # run a script and keep what it makes
            dossier replay report.dossier --into report.json
            # save what can be proved of damaged files
            dossier repair report.json --into saved.json
            # fold a long log; the old one is kept as report.log.1
            dossier compact report.json

            usage:
              dossier [SESSION.json] [-c COMMAND]… [OPTION]…
              dossier replay SCRIPT… [--into SESSION.json] [OPTION]…
              dossier repair SESSION.json --into NEW.json [--trust state]
              dossier compact SESSION.json [--no-archive]
              dossier schema

            Without -c it is a shell on a terminal, else it reads commands from standard input. 'schema' prints the JSON Schema
            (2020-12) of a session.

            options:

            """
        let names = all.map { $0.name + ($0.value.map { " " + $0 } ?? "") }
        let width = names.map(\.count).max() ?? 0
        for (option, name) in zip(all, names) {
            text += "  " + name.padded(toWidth: width) + "  " + option.summary + "\n"
        }
        return text
            + "\nexit codes: 0, 1 a command failed, 64 usage, 65 bad data, 66 no such file, 73 cannot create, 74 I/O, 77 no permission\n"
    }
}

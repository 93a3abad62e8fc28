import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierOutput

/// `open`: opens another session.
package struct OpenCommand: Command {
    private let path: Token?
    private let verb: Token
    private let trust: Trust

    package static let name = "open"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Opens a session, after saving and closing the open one.",
        Signature(
            [
                .init(
                    "PATH", .path(endings: ["json"]), .optional,
                    "the session's file, NAME.json; by default, the open session again")
            ],
            fields: .named {
                [
                    FieldDefinition(
                        FieldName("trust"), .word(Trust.words), "which file to trust after another program changed one")
                ]
            }),
        examples: [
            Example("a session", "open report.json", answer: "opened …/report.json  0 records"),
            Example(
                "one whose file was edited by hand", "open report.json trust=state",
                answer: "opened …/report.json  0 records"),
        ],
        details: [
            "A session that does not exist is created at the first change. A symbolic link opens the session that it names.",
            "Only one process writes a session. Another one opens it read-only and names the writer; when that process has ended, 'open' without a path reads the session again and allows changes.",
            "If another program changes the files of the open session, the next change or save reports it and writes nothing. 'open' reads the session again and keeps this shell's version beside it, as NAME.kept.json. 'save PATH' continues in another file instead.",
            "trust=state accepts the file as it is, as one entry of the log, which 'undo' reverses. trust=log rebuilds the session from its log and keeps the changed file as NAME.outside.json.",
        ])

    /// Reads the path.
    package init(_ call: Call) throws(Diagnostic) {
        path = call.arguments.first
        verb = call.verb
        for setting in call.fields where !setting.isField("trust") { throw .noSettingOfOpen(setting) }
        trust = try call.field("trust")?.field?.value?.read(Trust.read) ?? .neither
    }

    /// Asks the engine to open it.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        if context.surroundings.isScript { throw .notInScript(verb.text, at: verb.place) }
        return Outcome(effect: .open(path: try path.map(Folder(context.surroundings).absolute), trust: trust))
    }
}

/// `save`: writes the session's state.
package struct SaveCommand: Command {
    private let path: Token?
    private let verb: Token
    private let overwrites: Bool

    package static let name = "save"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Writes the session's state to its file, or to another one.",
        Signature(
            [
                .init(
                    "PATH", .path(endings: ["json"]), .optional,
                    "another file, NAME.json, in which the session continues")
            ],
            options: [.overwrite]),
        examples: [
            Example("under a name", "save report.json", answer: "saved …/report.json"),
            Example("replacing another session", "save report.json --overwrite", answer: "saved …/report.json"),
        ],
        details: [
            "Each change is written to the log at once, so nothing is lost without 'save'.",
            "--overwrite replaces the session at PATH, its state and its log, unless another process has it open.",
        ])

    /// Reads the path.
    package init(_ call: Call) throws(Diagnostic) {
        path = call.arguments.first
        verb = call.verb
        overwrites = call.has(.overwrite)
        if path == nil, let option = call.options.first { throw .missingWord("PATH", before: option) }
    }

    /// Asks the engine to save.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        if context.surroundings.isScript { throw .notInScript(verb.text, at: verb.place) }
        let folder = Folder(context.surroundings)
        guard let path else { return Outcome(effect: .save(nil)) }
        return Outcome(effect: .save(try folder.destination(path, overwrites: overwrites)))
    }
}

/// `replay`: runs a script or a notebook.
package struct ReplayCommand: Command {
    private let path: Token

    package static let name = "replay"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Runs a script or a notebook: all of it, or nothing if it fails.",
        Signature([
            .init(
                "PATH", .path(endings: ["dossier", "md"]), .one, "the script, NAME.dossier, or the notebook, NAME.md")
        ]),
        examples: [
            Example(
                "a script", "replay report.dossier",
                reading: Example.File(
                    "report.dossier", "add event 2024-10-21 \"Seoul summons the ambassador\"\n"),
                answer: "e3  event  2024-10-21  Seoul summons the ambassador")
        ],
        details: [
            "One 'undo' reverses the whole replay. A script reads only files below its folder and writes none.",
            "'help notebooks' explains what a notebook is and how its answers are verified.",
        ])

    /// Reads the path.
    package init(_ call: Call) throws(Diagnostic) { path = call.arguments[0] }

    /// Asks the engine to run it.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        let folder = Folder(context.surroundings)
        return Outcome(
            effect: .replay(path: try context.surroundings.isScript ? folder.readable(path) : folder.absolute(path)))
    }
}

/// `record`: keeps what is typed as a script or a notebook.
package struct RecordCommand: Command {
    private let path: Token
    private let verb: Token
    private let overwrites: Bool

    package static let name = "record"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Records the commands that follow in a script or a notebook; 'record off' stops.",
        Signature(
            [
                .init(
                    "PATH|off", .path(endings: ["md", "dossier"], words: ["off"]), .one,
                    "the script, NAME.dossier, the notebook, NAME.md, or 'off'")
            ],
            options: [.overwrite]),
        examples: [
            Example("commands only, from here on", "record report.dossier", answer: "recording to …/report.dossier"),
            Example(
                "with their answers, and the text you type after # as prose", "record report.md",
                answer: "recording to …/report.md"),
            Example(
                "stop recording", "record off", after: ["record report.dossier"], answer: "recorded …/report.dossier"),
        ],
        details: [
            "Only commands that succeed are recorded. An existing script is continued at its end; a notebook is a new file. If the session has records, the notebook holds the commands that rebuild it before your first command, folded away where Markdown is shown. Commands that a replay cannot run, such as writing files, are left out with a notice.",
            "--overwrite replaces an existing script or notebook.",
        ])

    /// Reads the path.
    package init(_ call: Call) throws(Diagnostic) {
        path = call.arguments[0]
        verb = call.verb
        overwrites = call.has(.overwrite)
        if !path.isWord("off"), !path.text.hasSuffix(".dossier"), !NotebookFile.isNamed(path.text) {
            throw .notAScriptName(path)
        }
    }

    /// Asks the engine to record.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        if context.surroundings.isScript { throw .notInScript(verb.text, at: verb.place) }
        if path.isWord("off") { return Outcome(effect: .record(nil)) }
        let destination = try Folder(context.surroundings).destination(path, overwrites: overwrites)
        return Outcome(effect: .record(destination))
    }
}

extension Diagnostic {
    static func notInScript(
        _ verb: String, at place: Place,
        notes: [String] = ["'dossier replay SCRIPT --into SESSION.json' saves what a script makes"]
    ) -> Diagnostic {
        Diagnostic(.notInScript, "a script cannot use '\(verb)'", at: place, notes: notes, exit: .noPermission)
    }

    fileprivate static func noSettingOfOpen(_ setting: Token) -> Diagnostic {
        Diagnostic(
            .unexpectedField, "'open' has no setting '\(setting.text)='", at: setting.place,
            expectation: "trust=state or trust=log")
    }

    fileprivate static func notAScriptName(_ path: Token) -> Diagnostic {
        Diagnostic(
            .notAScriptName, "'\(path.text)' is neither a script nor a notebook", at: path.place,
            expectation: "a name ending in .dossier or .md, or 'off'")
    }
}

/// `open`: opens another session.
public struct OpenCommand: Command {
    private let path: Token?
    private let verb: Token
    private let trust: Trust

    /// The verb as data.
    public static let definition = CommandDefinition(
        "open", "Opens a session; the one that is open is saved and closed.",
        Signature(
            [.init("PATH", .path, .optional, "the session's file, NAME.json; this one again without it")],
            fields: .named([
                FieldDefinition(
                    FieldName("trust"), .word(Trust.words), "which file is believed after another program changed one")
            ])),
        examples: [
            Example("a session", "open report.json"),
            Example("one whose file was edited by hand", "open report.json trust=state"),
        ],
        details: [
            "A session that is not there is made at the first change. A symbolic link leads to the session that it names.",
            "One process writes a session. Another that opens it reads only, and says who writes; once that process has ended, 'open' alone reads the session again and takes it over.",
            "Where another program changes the files of the open session, the next change or save says so and writes nothing. 'open' reads the session again; what only this shell held is kept beside it, as NAME.kept.json. 'save PATH' goes on in another file instead.",
            "trust=state accepts the file as it is: one entry of the log, which 'undo' takes back. trust=log makes the session again from its log; the file that was changed is kept as NAME.outside.json.",
        ])

    /// Reads the path.
    public init(_ call: Call) throws(Diagnostic) {
        path = call.arguments.first
        verb = call.verb
        for setting in call.fields where !setting.isField("trust") { throw .noSettingOfOpen(setting) }
        trust = try call.field("trust")?.field?.value?.read(Trust.read) ?? .neither
    }

    /// Asks the engine to open it.
    public func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        if context.surroundings.isScript { throw .notInScript(verb.text, at: verb.place) }
        return Outcome(effect: .open(path: try path.map(Folder(context.surroundings).absolute), trust: trust))
    }
}

/// `save`: writes the session's state.
public struct SaveCommand: Command {
    private let path: Token?
    private let verb: Token
    private let overwrites: Bool

    /// The verb as data.
    public static let definition = CommandDefinition(
        "save", "Writes the session's state to its file, or to another.",
        Signature(
            [.init("PATH", .path, .optional, "another file, NAME.json; the session goes on there")],
            options: [.overwrite]),
        examples: [
            Example("under a name", "save report.json"),
            Example("in the place of a session that is there", "save report.json --overwrite"),
        ],
        details: [
            "Each change is in the log at once, so that nothing is lost without it.",
            "With --overwrite the session at PATH goes, its state and its log; one that another process has open stays.",
        ])

    /// Reads the path.
    public init(_ call: Call) throws(Diagnostic) {
        path = call.arguments.first
        verb = call.verb
        overwrites = call.has(.overwrite)
        if path == nil, let option = call.options.first { throw .missingWord("PATH", before: option) }
    }

    /// Asks the engine to save.
    public func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        if context.surroundings.isScript { throw .notInScript(verb.text, at: verb.place) }
        let folder = Folder(context.surroundings)
        guard let path else { return Outcome(effect: .save(nil)) }
        return Outcome(effect: .save(try folder.destination(path, overwrites: overwrites)))
    }
}

/// `replay`: runs a script or a notebook.
public struct ReplayCommand: Command {
    private let path: Token

    /// The verb as data.
    public static let definition = CommandDefinition(
        "replay", "Runs a script or a notebook: all of it, or nothing where it fails.",
        Signature([.init("PATH", .path, .one, "the script, NAME.dossier, or the notebook, NAME.md")]),
        examples: [Example("a script", "replay report.dossier")],
        details: [
            "One 'undo' afterwards takes the whole replay back. A script reads only below its folder and writes nothing.",
            "'help notebooks' says what a notebook is, and how its answers are verified.",
        ])

    /// Reads the path.
    public init(_ call: Call) throws(Diagnostic) { path = call.arguments[0] }

    /// Asks the engine to run it.
    public func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        let folder = Folder(context.surroundings)
        return Outcome(
            effect: .replay(path: try context.surroundings.isScript ? folder.readable(path) : folder.absolute(path)))
    }
}

/// `record`: keeps what is typed as a script or a notebook.
public struct RecordCommand: Command {
    private let path: Token
    private let verb: Token
    private let overwrites: Bool

    /// The verb as data.
    public static let definition = CommandDefinition(
        "record", "Keeps the commands that follow as a script or a notebook; 'record off' stops it.",
        Signature(
            [.init("PATH|off", .path, .one, "the script, NAME.dossier, the notebook, NAME.md, or 'off'")],
            options: [.overwrite]),
        examples: [
            Example("commands only, from here on", "record report.dossier"),
            Example("with their answers, and what you type after # as prose", "record report.md"),
            Example("no more", "record off"),
        ],
        details: [
            "Only commands that succeed are kept. A script that is there goes on at its end; a notebook begins anew, with the commands that make the session where it holds records. What a replay may not do, such as writing files, is left out and said so.",
            "With --overwrite a script or notebook that is there is replaced.",
        ])

    /// Reads the path.
    public init(_ call: Call) throws(Diagnostic) {
        path = call.arguments[0]
        verb = call.verb
        overwrites = call.has(.overwrite)
        if !path.isWord("off"), !path.text.hasSuffix(".dossier"), !NotebookFile.isNamed(path.text) {
            throw .notAScriptName(path)
        }
    }

    /// Asks the engine to record.
    public func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
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

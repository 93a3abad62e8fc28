import DossierAnalysis
import DossierCommands
import DossierLanguage
import DossierModel
import DossierStorage

/// Runs commands against an open session.
///
/// For each command the engine evaluates it, writes its changes to the log, applies them to the session, and returns the reply.
/// Nothing else changes the session.
package final class Engine {
    /// The session as it stands.
    package private(set) var session: Session
    /// What `_` and `%3` mean.
    package internal(set) var selection = Selection()
    /// What the outside supplies.
    package internal(set) var surroundings: Surroundings { didSet { circumstances = nil } }
    /// What the user decided about the shell. It is no part of the session.
    package var settings = Settings() { didSet { circumstances = nil } }
    /// Both as commands see them; nil where one of them changed since.
    private var circumstances: Circumstances?
    /// What only the shell on a terminal has; nil elsewhere.
    package var shell: (any ShellAccess)?
    /// What the user should know about how the session was opened.
    package internal(set) var notices: [String] = []
    /// Whether the session that was opened was not there yet.
    package internal(set) var isNew = false

    let disk: any Disk
    var store: SessionStore?
    var journal: Journal
    /// The steps that can be taken back; nil until they are asked for, since the log tells them.
    var history: StepHistory?
    /// The number of the entry at which the steps begin: in a script only its own can be taken back.
    var firstStep = 1
    /// The names of the entities, for hints; nil until one is made outside a script.
    var resemblance: ResemblanceIndex?
    var recording: (any Recording)?
    /// The session in whose place this one is to come.
    var successorPath: String?
    /// The scripts that are replayed, those that the command line names before they run.
    package var scripts: [String] = []
    /// What scripts wrote so far, by the path: they may write it anew.
    var writtenByScripts: [String: DiskStatus] = [:]
    /// Whether plain lines of scripts are written down at once; tests turn it off, to see that all comes to the same.
    var takesPlainLines = true
    /// How deep scripts call scripts.
    var replayDepth = 0
    /// What scripts called, or imports made, in the script that runs: each is a step of it.
    var innerSteps: [StepHistory.Step] = []
    /// Whether the first error ends all that runs, so that nothing is left of it.
    var endsAtFirstError = false
    /// Who is told of errors in scripts that go on after them; nil where the first error ends a script.
    var scriptFailure: ((Diagnostic) -> Void)?

    /// Begins a session in memory.
    package init(surroundings: Surroundings, disk: any Disk) {
        self.surroundings = surroundings
        self.disk = disk
        self.session = Session()
        self.journal = Journal()
    }

    /// Begins with a session that was made elsewhere, in memory, with an empty log.
    package convenience init(holding session: Session, surroundings: Surroundings, disk: any Disk) {
        self.init(surroundings: surroundings, disk: disk)
        self.session = session
    }

    /// Opens a session on disk; one that is not there is made at the first change.
    ///
    /// - Throws: a storage error where it cannot be read, or its files do not belong together.
    package convenience init(
        opening path: String, surroundings: Surroundings, disk: any Disk, access: Access = .person(waiting: 0),
        trust: Trust = .neither
    ) throws(StorageError) {
        self.init(surroundings: surroundings, disk: disk)
        try open(path, access: access, trust: trust)
    }

    /// The file of the session; nil where it is in memory only.
    package var path: String? { store?.path }

    /// Why the session cannot change; nil where it can.
    package var readOnlyReason: String? { store?.readOnlyReason }

    /// When the session was changed last, by its log; nil where there is none.
    package var timeOfLastChange: String? {
        let last = journal.lines.last { !$0.isSave } ?? journal.lines.last
        return last.flatMap { try? $0.entry(in: path ?? "") }?.at
    }

    /// How many entries of the log the state on disk does not hold.
    package var unsavedCount: Int { store?.unsavedCount ?? journal.log.count }

    /// How many commands changed the session since its state was saved, steps taken back and again among them.
    package var changeCount: Int { journal.changeCount }

    /// Runs all commands of a text, each in turn, and hands up each reply.
    ///
    /// - Throws: the diagnostic of the first command that fails; those before it hold.
    package func run(_ source: SourceText, reply: (Reply) -> Void) throws(Diagnostic) {
        var lexer = Lexer(source)
        while true {
            let tokens: Tokens?
            do { tokens = try lexer.nextCommand() } catch { throw error.ending(source, at: lexer.position) }
            var remarked = Reply(answer: Answer())
            remark(lexer.comments, into: &remarked)
            if remarked.failed { reply(remarked) }
            guard let tokens else { return }
            let answer: Reply
            do { answer = try run(tokens) } catch { throw error.ending(source, at: lexer.position) }
            reply(answer)
            if answer.quits { return }
        }
    }

    /// Runs one command.
    func run(_ tokens: Tokens) throws(Diagnostic) -> Reply {
        let place = tokens.place
        return try take(try evaluate(tokens, at: place), at: place)
    }

    /// Keeps what a command came to, and does what it asks for.
    func take(_ outcome: Outcome, at place: Place) throws(Diagnostic) -> Reply {
        var reply = Reply(answer: outcome.answer, notices: outcome.notices, failed: outcome.failed)
        if !outcome.changes.isEmpty {
            let hints = hints(at: outcome.changes)
            let number = try keep(.command(place.text, changes: outcome.changes), at: place)
            history?.note(number)
            reply.changed = true
            reply.notices += hints
            reply.notices += store?.takeWarnings() ?? []
            if let failure = saveByItself() { reply.notices.append(failure) }
        }
        if let effect = outcome.effect { try carryOut(effect, at: place, into: &reply) }
        if let selected = reply.answer.selection { selection.identifiers = selected }
        if replayDepth == 0, outcome.effect?.isRecorded ?? true { record(command: place.text, into: &reply) }
        return reply
    }

    /// Evaluates a command; the context ends here, so that the session is the only one of its kind when it changes.
    ///
    /// What a command came to that the user wants to end is thrown away, an error with it: it may have seen half of all.
    func evaluate(_ tokens: Tokens, at place: Place) throws(Diagnostic) -> Outcome {
        let command: any Command
        do { command = try CommandTable.command(of: tokens) } catch { throw error.explained(by: place.text) }
        let context = context
        let outcome: Outcome
        do throws(Diagnostic) { outcome = try command.evaluate(in: context) } catch {
            throw surroundings.isCancelled ? .cancelled(at: place) : error.explained(by: place.text)
        }
        if surroundings.isCancelled { throw .cancelled(at: place) }
        return outcome
    }

    /// What a command would be evaluated in.
    var context: Context {
        Context(
            session: session, selection: selection, circumstances: currentCircumstances(),
            log: JournalReader(engine: self))
    }

    private func currentCircumstances() -> Circumstances {
        if let circumstances { return circumstances }
        let current = Circumstances(
            surroundings: surroundings, settings: surroundings.isScript ? Settings() : settings)
        circumstances = current
        return current
    }

    /// Keeps an entry: writes it to the log, then applies what it changes. Gives its number.
    ///
    /// With the other `keep` and ``replaceSession(with:)`` the only place where the session changes.
    ///
    /// - Throws: a storage diagnostic where the log cannot be written; then nothing has changed.
    @discardableResult
    func keep(_ action: LogEntry.Action, at place: Place) throws(Diagnostic) -> Int {
        let number = journal.nextNumber
        do throws(StorageError) { try log(action) } catch { throw .storage(error, at: place) }
        noteNames(in: action.changes)
        for change in action.changes { session.apply(change) }
        return number
    }

    /// Keeps a record that stands somewhere in memory, with the command that states it: writes it to the open group of the
    /// log, then adds it, or puts it in the place of the one in a slot. Gives the number of the entry.
    ///
    /// - Throws: a storage diagnostic where the log cannot be written; then nothing has changed.
    @discardableResult
    func keep(
        _ record: WrittenRecord, at slot: Session.Slot?, stating command: UnsafeBufferPointer<UInt8>,
        at place: @autoclosure () -> Place
    ) throws(Diagnostic) -> Int {
        let number = journal.nextNumber
        do throws(StorageError) {
            let time = surroundings.now()
            try store?.prepareForChange(at: time, by: surroundings.author)
            journal.append(record, stating: command, at: time, by: surroundings.author)
        } catch {
            store?.withdrawLog()
            throw .storage(error, at: place())
        }
        resemblance = nil
        if let slot { session.put(record, at: slot) } else { session.add(record) }
        return number
    }

    /// Puts a session in the place of this one: after a replay that failed, or when another is opened.
    func replaceSession(with other: Session) {
        session = other
        resemblance = nil
    }

    /// Adds an entry to the log alone.
    ///
    /// - Throws: a storage error where it cannot be written; then nothing was added.
    func log(_ action: LogEntry.Action) throws(StorageError) {
        do throws(StorageError) {
            let time = surroundings.now()
            try store?.prepareForChange(at: time, by: surroundings.author)
            try journal.append(action, at: time, by: surroundings.author)
            if !journal.isInGroup { store?.noteEntries(1) }
        } catch {
            store?.withdrawLog()
            throw error
        }
    }
}

extension Diagnostic {
    /// The error of a command with how much of the text behind it did not run.
    fileprivate func ending(_ source: SourceText, at offset: Int) -> Diagnostic {
        let rest = source.bytes[offset...].split(separator: UInt8(ascii: "\n"))
        let count = rest.count { line in
            line.first { $0 > 0x20 }.map { $0 != UInt8(ascii: "#") } ?? false
        }
        if count == 0 { return self }
        var error = self
        error.notes.append(count == 1 ? "the line after it did not run" : "the \(count) lines after it did not run")
        return error
    }

    /// The end of a command that the user wanted to end.
    static func cancelled(at place: Place) -> Diagnostic {
        Diagnostic(.cancelled, "cancelled", at: place, notes: ["the session is unchanged"])
    }
}

import DossierAnalysis
import DossierCommands
import DossierLanguage
import DossierModel
import DossierStorage

/// An open session and all that is done with it: the one road from a typed line to a change that is kept.
///
/// A command is evaluated, its changes are written to the log, then applied, then the reply goes up. Nothing else changes
/// the session.
package final class Notebook {
    /// The session as it stands.
    package internal(set) var session: Session
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

    /// How many entries of the log a small state may lag behind before it is saved by itself.
    static let savedEvery = 1_000

    /// The same of a session of so many records. Saving takes as long as the session is large, so a large one waits for more
    /// entries: what it costs a command stays the same.
    static func savedEvery(in count: Int) -> Int { max(savedEvery, count / 200) }

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
            let tokens = try lexer.nextCommand()
            var remarked = Reply(value: Value())
            remark(lexer.comments, into: &remarked)
            if remarked.failed { reply(remarked) }
            guard let tokens else { return }
            let answer = try run(tokens)
            reply(answer)
            if answer.quits { return }
        }
    }

    /// Runs one command.
    func run(_ tokens: Tokens) throws(Diagnostic) -> Reply {
        let place = tokens.place
        let outcome = try evaluate(tokens, at: place)
        var reply = Reply(value: outcome.value, notices: outcome.notices, failed: outcome.failed)
        if !outcome.changes.isEmpty {
            let hints = hints(at: outcome.changes)
            try commit(outcome.changes, command: place.text, at: place)
            reply.changed = true
            reply.notices += hints
            reply.notices += store?.takeWarnings() ?? []
            if let failure = saveByItself() { reply.notices.append(failure) }
        }
        if let effect = outcome.effect { try carryOut(effect, at: place, into: &reply) }
        if let selected = reply.value.selection { selection.identifiers = selected }
        if replayDepth == 0, outcome.effect?.isRecorded ?? true { record(command: place.text, into: &reply) }
        return reply
    }

    /// Evaluates a command; the context ends here, so that the session is the only one of its kind when it changes.
    ///
    /// What a command came to that the user wants to end is thrown away, an error with it: it may have seen half of all.
    private func evaluate(_ tokens: Tokens, at place: Place) throws(Diagnostic) -> Outcome {
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
            log: JournalReader(notebook: self))
    }

    private func currentCircumstances() -> Circumstances {
        if let circumstances { return circumstances }
        let current = Circumstances(
            surroundings: surroundings, settings: surroundings.isScript ? Settings() : settings)
        circumstances = current
        return current
    }

    /// Writes changes to the log and applies them.
    private func commit(_ changes: [Change], command: String, at place: Place) throws(Diagnostic) {
        let number = try log(.command(command, changes: changes), at: place)
        apply(changes)
        history?.note(number)
    }

    /// Adds an entry to the log; gives its number.
    func log(_ action: LogEntry.Action, at place: Place) throws(Diagnostic) -> Int {
        do throws(StorageError) {
            let time = surroundings.now()
            try store?.prepareForChange(at: time, by: surroundings.author)
            let number = journal.nextNumber
            try journal.append(action, at: time, by: surroundings.author)
            if !journal.isInGroup { store?.noteEntries(1) }
            return number
        } catch {
            store?.withdrawLog()
            throw .storage(error, at: place)
        }
    }

    /// Applies changes that the log holds.
    func apply(_ changes: [Change]) {
        noteNames(in: changes)
        for change in changes { session.apply(change) }
    }

    /// Adds a record that the log holds, or puts it in the place of the one in a slot.
    func put(_ record: WrittenRecord, at slot: Session.Slot?) {
        resemblance = nil
        if let slot { session.put(record, at: slot) } else { session.add(record) }
    }

    /// Puts a session in the place of this one: after a replay that failed, or when another is opened.
    func replaceSession(with other: Session) {
        session = other
        resemblance = nil
    }

    /// Saves after so many entries. A failure is a word beside the reply: the change itself is in the log.
    func saveByItself() -> String? {
        guard let store, !journal.isInGroup, store.unsavedCount >= Notebook.savedEvery(in: session.count)
        else { return nil }
        do { try save() } catch { return "the state was not saved: \(error.problem)" }
        return nil
    }

    /// Saves the state; does nothing where the session is in memory only, or nothing changed since.
    package func save() throws(StorageError) {
        try saveState()
        standOnSavedState()
    }

    func saveState() throws(StorageError) {
        guard let store, store.unsavedCount > 0, store.readOnlyReason == nil else { return }
        try store.save(session, at: surroundings.now(), by: surroundings.author)
    }

    /// Goes on from the state that was just saved, where much was put since the last: its records then stand in the file, and
    /// questions go through their columns.
    func standOnSavedState() {
        guard let path, unsavedCount == 0, session.countOfPut >= Notebook.savedEvery,
            let bytes = try? disk.bytes(of: path), let records = SavedRecords(bytes)
        else { return }
        var saved = Session(records)
        saved.given = session.given
        session = saved
    }

    /// Folds the log into a base, with which a new one begins; the session must be closed afterwards.
    ///
    /// - Throws: a storage error where the session is read-only, does not hold, or a file cannot be written.
    package func compact(keepsArchive: Bool) throws(StorageError) -> Compaction {
        guard let store else { throw StorageError("the session has no file yet", exit: .failure) }
        if let reason = store.readOnlyReason {
            throw StorageError("'\(store.path)' cannot change: \(reason)", exit: .noPermission)
        }
        let log = try journal.whole()
        let check = StorageCheck(path: store.path, disk: disk, session: session, head: log.head)
        if let fault = check.faults().first(where: { $0.severity == .error }) {
            throw StorageError(
                fault.text, notes: ["nothing was folded: a log is folded only if its session can be verified"],
                exit: .badData)
        }
        if log.lines.first?.sort == .base, log.lines.dropFirst().allSatisfy(\.isSave) {
            return Compaction(folded: 0, archive: nil)
        }
        return try store.compact(
            session, keepsArchive: keepsArchive, at: surroundings.now(), by: surroundings.author)
    }
}

extension Diagnostic {
    /// The end of a command that the user wanted to end.
    static func cancelled(at place: Place) -> Diagnostic {
        Diagnostic(.cancelled, "cancelled", at: place, notes: ["the session is unchanged"])
    }
}

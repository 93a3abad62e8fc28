import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierOutput
import DossierStorage

/// What commands ask of the engine.
extension Notebook {
    /// Does what a command asks for, and completes its reply.
    func carryOut(_ effect: Effect, at place: Place, into reply: inout Reply) throws(Diagnostic) {
        do throws(StorageError) {
            switch effect {
            case .quit: reply.quits = true
            case .open(let given, let trust):
                let path: String
                if let given { path = given } else { path = try ownPath() }
                if isOwn(path) {
                    try openAgain(path, trust: trust)
                } else {
                    try expectFolder(of: path)
                    try save()
                    try open(path, access: .person(waiting: 0), trust: trust)
                }
                if let path = (recording as? NotebookRecording)?.path {
                    _ = try record(nil)
                    reply.notices.append("the notebook \(path) ends here: another session is opened")
                }
                reply.notices += notices
                reply.failed = given == nil && readOnlyReason != nil
                reply.value = opened(path)
            case .save(let destination):
                if let destination, !isOwn(destination.path) {
                    try save(as: destination.path, named: destination.name, overwrites: destination.overwrites)
                } else {
                    try saveHere()
                }
                reply.notices += store?.takeWarnings() ?? []
                reply.value = saved()
            case .record(let destination): reply.value = try record(destination)
            case .write(let text, let destination): try write(text, to: destination)
            case .set(let given): settings = given
            case .undo, .redo, .replay, .importFile, .history, .edit: break
            }
        } catch {
            if case .open = effect, surroundings.isCancelled { throw .cancelled(at: place) }
            throw .storage(error, at: effect.destination?.place ?? place)
        }
        switch effect {
        case .history(let request):
            reply.value = try typed(request, at: place)
            return
        case .edit(let text): return try edit(text, at: place, into: &reply)
        case .undo(let count): reply.value = try undo(count, at: place)
        case .redo(let count): reply.value = try redo(count, at: place)
        case .replay(let path):
            var answers: [Value] = []
            let run = try replay(path, at: place) { answers.append($0.value) }
            reply.failed = run.failed
            reply.value = Value(answers.flatMap(\.blocks), json: .array(answers.map(\.json)), selection: nil)
        case .importFile(let path, let call):
            reply.value = try importFile(path, as: call)
            if let failure = saveByItself() { reply.notices.append(failure) }
        default: return
        }
        reply.changed = true
    }

    private func opened(_ path: String) -> Value {
        let count = session.count
        return .line(
            StyledText("opened ", .faint) + StyledText(path)
                + StyledText("  \(count) \(count == 1 ? "record" : "records")", .faint),
            json: .object(["opened": .string(path), "records": .number(JSONNumber(count))]))
    }

    private func saved() -> Value {
        let path = path ?? ""
        return .line(StyledText("saved ", .faint) + StyledText(path), json: .object(["saved": .string(path)]))
    }

    /// A session is opened, or made at the first change, in a folder that is there.
    private func expectFolder(of path: String) throws(StorageError) {
        do throws(DiskFailure) {
            if try disk.status(path) == nil { _ = try disk.names(in: AtomicFile.folder(of: path)) }
        } catch {
            throw StorageError(reading: error)
        }
    }

    /// The file of the session, which it must have.
    private func ownPath() throws(StorageError) -> String {
        if let path { return path }
        throw StorageError("the session has no file yet", notes: ["'save NAME.json' creates one"], exit: .failure)
    }

    /// Whether a path is that of the session.
    private func isOwn(_ path: String) -> Bool {
        guard let own = self.path else { return false }
        return disk.resolved(path).utf8.elementsEqual(disk.resolved(own).utf8)
    }

    private func saveHere() throws(StorageError) {
        _ = try ownPath()
        try store?.save(session, at: surroundings.now(), by: surroundings.author)
        standOnSavedState()
    }

    /// Goes on in another file, with the whole log.
    ///
    /// - Throws: a storage error where a session cannot be made there, or what is there must not go.
    func save(
        as path: String, named name: String, overwrites: Bool, refusal: Diagnostic.ExitCode = .failure
    ) throws(StorageError) {
        let place = try NewSession(
            path, named: name, overwrites: overwrites, keeping: try keptFiles(refusal: refusal))
        try store?.proveState()
        let other = try writeCopy(to: place)
        store?.close()
        store = other
        journal = other.journal
        standOnSavedState()
    }

    private func record(_ destination: Destination?) throws(StorageError) -> Value {
        guard let destination else {
            let was = recording?.path
            recording?.close()
            recording = nil
            let text = was.map { "recorded \($0)" } ?? "nothing was being recorded"
            return .line(StyledText(text, .faint), json: .object(["recorded": was.map { .string($0) } ?? .null]))
        }
        let path = destination.path
        let output = try OutputFile(path, named: destination.name, keeping: try keptFiles())
        if output.isStream { throw StorageError("'\(destination.name)' is not a regular file", exit: .failure) }
        let next: any Recording
        if NotebookFile.isNamed(path) {
            try output.checkReplacing(destination.overwrites)
            let rehearsal = rehearsal(in: AtomicFile.folder(of: path))
            next = try NotebookRecording(output, at: path, on: disk, rehearsal: rehearsal, of: session)
        } else {
            next = try ScriptRecording(output, at: path, overwrites: destination.overwrites, on: disk)
        }
        recording?.close()
        recording = next
        return .line(
            StyledText("recording to ", .faint) + StyledText(path), json: .object(["recording": .string(path)]))
    }

    /// Keeps a command in the file that is being recorded; the reply holds what the user should know of it.
    func record(command: String, into reply: inout Reply) {
        do { reply.notices += try recording?.append(command) ?? [] } catch {
            end(recording: error, before: "command", into: &reply)
        }
    }

    /// Keeps what was typed after `#` where a notebook is recorded; the reply holds what the user should know of it.
    func remark(_ comments: [String], into reply: inout Reply) {
        guard let recording, replayDepth == 0 else { return }
        do { for comment in comments { try recording.remark(comment) } } catch {
            end(recording: error, before: "remark", into: &reply)
        }
    }

    /// A failure ends the recording, so that what was recorded has no gap. The reply has failed, and what was typed is done
    /// all the same.
    private func end(recording failure: DiskFailure, before what: String, into reply: inout Reply) {
        recording?.close()
        recording = nil
        reply.failed = true
        reply.notices.append(
            "the recording ended before this \(what): '\(failure.path)' cannot be written: \(failure.reason)")
    }

    /// A session in memory in which the commands of a notebook that stands in a folder are tried under the rules of a replay.
    private func rehearsal(in folder: String) -> Notebook {
        var surroundings = surroundings
        surroundings.folder = surroundings.files.resolved(folder)
        surroundings.isScript = true
        surroundings.writableFolder = nil
        // It runs behind a command that is done: who ends it would end the recording with half an answer.
        surroundings.watch = nil
        let notebook = Notebook(surroundings: surroundings, disk: disk)
        notebook.beginRehearsal()
        return notebook
    }
}

extension Effect {
    /// The file that it writes, where the command names one.
    fileprivate var destination: Destination? {
        switch self {
        case .save(let destination), .record(let destination): destination
        case .write(_, let destination): destination
        default: nil
        }
    }

    /// Whether a command with this effect stands in a script that is recorded.
    var isRecorded: Bool {
        switch self {
        case .undo, .redo, .replay, .importFile, .write: true
        case .open, .save, .record, .quit, .set, .history, .edit: false
        }
    }
}

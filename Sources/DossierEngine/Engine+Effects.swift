import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierOutput
import DossierStorage

/// What commands ask of the engine.
extension Engine {
    /// Does what a command asks for, and completes its reply.
    func carryOut(_ effect: Effect, at place: Place, into reply: inout Reply) throws(Diagnostic) {
        switch effect {
        case .quit: reply.quits = true
        case .set(let given): settings = given
        case .history(let request): reply.answer = try typed(request, at: place)
        case .edit(let text): try edit(text, at: place, into: &reply)
        case .importFile(let path, let call, _) where call.has(.dryRun):
            reply.answer = try previewImport(of: path, as: call)
        case .undo, .redo, .replay, .importFile:
            try changeSession(effect, at: place, into: &reply)
            reply.changed = true
        case .open, .save, .record, .write, .writeFolder:
            do throws(StorageError) { try useFiles(effect, into: &reply) } catch {
                if case .open = effect, surroundings.isCancelled { throw .cancelled(at: place) }
                throw .storage(error, at: effect.destination?.place ?? place)
            }
        }
    }

    /// Changes the session by steps that have entries of their own.
    private func changeSession(_ effect: Effect, at place: Place, into reply: inout Reply) throws(Diagnostic) {
        switch effect {
        case .undo(let count): reply.answer = try undo(count, at: place)
        case .redo(let count): reply.answer = try redo(count, at: place)
        case .replay(let path):
            var answers: [Answer] = []
            reply.failed = try replay(path, at: place) { answers.append($0.answer) }.failed
            reply.answer = Answer(answers.flatMap(\.blocks), json: .array(answers.map(\.json)), selection: nil)
        case .importFile(let path, let call, let rejects):
            reply.answer = try importFile(path, as: call, rejects: rejects)
            if let failure = saveByItself() { reply.notices.append(failure) }
        case .open, .save, .record, .write, .writeFolder, .set, .history, .edit, .quit: break
        }
    }

    /// Reads or writes the files of the session, and those that the user names.
    private func useFiles(_ effect: Effect, into reply: inout Reply) throws(StorageError) {
        switch effect {
        case .open(let path, let trust): try open(path, trust: trust, into: &reply)
        case .save(let destination):
            if let destination, !isOwn(destination.path) {
                try save(as: destination.path, named: destination.name, overwrites: destination.overwrites)
            } else {
                try saveHere()
            }
            reply.notices += store?.takeWarnings() ?? []
            reply.answer = saved()
        case .record(let destination): reply.answer = try record(destination)
        case .write(let bytes, let destination): try write(bytes, to: destination)
        case .writeFolder(let files, let destination): try write(files, to: destination)
        case .undo, .redo, .replay, .importFile, .set, .history, .edit, .quit: break
        }
    }

    /// Opens another session, or this one again where no path is given.
    private func open(_ given: String?, trust: Trust, into reply: inout Reply) throws(StorageError) {
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
        reply.answer = opened(path)
    }

    private func opened(_ path: String) -> Answer {
        let count = session.count
        return .line(
            StyledText("opened ", .faint) + StyledText(path)
                + StyledText("  \(count) \(count == 1 ? "record" : "records")", .faint),
            json: .object(["opened": .string(path), "records": .number(JSONNumber(count))]))
    }

    private func saved() -> Answer {
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
    func ownPath() throws(StorageError) -> String {
        if let path { return path }
        throw StorageError("the session has no file yet", notes: ["'save NAME.json' creates one"], exit: .failure)
    }

    /// Whether a path is that of the session.
    private func isOwn(_ path: String) -> Bool {
        guard let own = self.path else { return false }
        return disk.resolved(path).utf8.elementsEqual(disk.resolved(own).utf8)
    }
}

extension Effect {
    /// The file that it writes, where the command names one.
    fileprivate var destination: Destination? {
        switch self {
        case .save(let destination), .record(let destination): destination
        case .write(_, let destination), .writeFolder(_, let destination): destination
        default: nil
        }
    }

    /// Whether a command with this effect stands in a script that is recorded.
    var isRecorded: Bool {
        switch self {
        case .undo, .redo, .replay, .importFile, .write, .writeFolder: true
        case .open, .save, .record, .quit, .set, .history, .edit: false
        }
    }
}

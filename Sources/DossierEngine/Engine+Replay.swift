import DossierAnalysis
import DossierCommands
import DossierLanguage
import DossierModel
import DossierOutput
import DossierStorage

/// Scripts: run whole or not at all.
extension Engine {
    /// How a replay ended.
    package struct Replay: Sendable {
        /// Whether an answer was bad news.
        package var failed = false
        /// Whether what it did stays; else the session is left as it was.
        var isKept = true
    }

    /// Runs a script or the commands of a notebook as one step. It reads below its folder only, and writes below
    /// `writableFolder` only.
    ///
    /// With `keepGoing` a command that fails is handed to `failure`, and the script goes on. `atEnd` is called when all
    /// commands have run, before what they did is kept.
    ///
    /// - Throws: the diagnostic of the first command that fails, with its place in the script; then nothing has changed.
    @discardableResult
    package func replay(
        _ path: String, at place: Place? = nil, writableFolder: String? = nil, keepGoing: Bool = false,
        failure: @escaping (Diagnostic) -> Void = { _ in }, atEnd: () -> Void = {}, reply: (Reply) -> Void
    ) throws(Diagnostic) -> Replay {
        let outerFailure = scriptFailure
        if keepGoing { scriptFailure = failure }
        defer { scriptFailure = outerFailure }
        return try replay(path, at: place, writableFolder: writableFolder) { (script) throws(Diagnostic) in
            defer { atEnd() }
            guard NotebookFile.isNamed(path) else { return try runAll(script, reply: reply) }
            return try runAll(try NotebookFile(script), reply: reply)
        }
    }

    /// Runs the commands of a file, which has been read.
    typealias Body = (SourceText) throws(Diagnostic) -> Replay

    /// Runs what a file holds as one step, with the rights of a script.
    @discardableResult
    func replay(
        _ path: String, at place: Place?, writableFolder: String?, _ body: Body
    ) throws(Diagnostic) -> Replay {
        let here = place ?? SourceText("replay " + path).place(0..<(7 + path.utf8.count))
        if replayDepth >= 16 { throw .replayTooDeep(at: here) }
        let bytes: [UInt8]
        let files = surroundings.files
        do throws(FileFailure) {
            bytes = try surroundings.isScript ? files.withoutLinks.read(path) : files.readGiven(path)
        } catch {
            throw .unreadable(error, at: here)
        }
        if let offset = UTF8Check.firstFault(in: bytes) { throw .notUTF8(path, at: here, bytes, offset) }
        let name = surroundings.shown(path)
        let outer = surroundings
        let endedAtFirstError = endsAtFirstError
        surroundings.isScript = true
        // What comes through a pipe lies in no folder: it is as if it lay where the program was started.
        if DiskFiles.descriptor(in: path) == nil { surroundings.folder = AtomicFile.folder(of: files.resolved(path)) }
        if !outer.isScript { surroundings.writableFolder = writableFolder.map(files.resolved) }
        endsAtFirstError =
            (endedAtFirstError || !journal.isInGroup) && scriptFailure == nil && !NotebookFile.isNamed(path)
        replayDepth += 1
        scripts.append(path)
        defer {
            surroundings = outer
            endsAtFirstError = endedAtFirstError
            replayDepth -= 1
            scripts.removeLast()
        }
        let script = SourceText(bytes: bytes, name: name)
        do throws(Diagnostic) {
            return try runStep("replay \(name)", at: here) { () throws(Diagnostic) in try body(script) }
        } catch {
            throw error.called(from: here)
        }
    }

    /// Runs what makes entries of its own as one step: a group of the log, or in a script a part of its group.
    ///
    /// - Throws: a diagnostic where it fails; outside a script nothing has then changed.
    func runStep(
        _ command: String, at place: Place, _ body: () throws(Diagnostic) -> Replay
    ) throws(Diagnostic) -> Replay {
        if journal.isInGroup { return try runInnerStep(command, at: place, body) }
        return try runGroup(command, at: place, body)
    }

    /// Runs a step of a script that has entries of its own.
    private func runInnerStep(
        _ command: String, at place: Place, _ body: () throws(Diagnostic) -> Replay
    ) throws(Diagnostic) -> Replay {
        var outer = (history: history, first: firstStep, inner: innerSteps)
        let number = journal.nextNumber
        history = nil
        firstStep = number
        innerSteps = []
        defer { (history, firstStep) = (outer.history, outer.first) }
        let result: Replay
        do { result = try body() } catch {
            innerSteps = outer.inner
            throw error
        }
        innerSteps = outer.inner
        if journal.nextNumber == number { return result }
        let step = StepHistory.Step(entries: number..<journal.nextNumber, command: command)
        // Where the steps were not asked for, the log tells them when they are.
        if outer.history == nil { innerSteps.append(step) }
        outer.history?.note(step)
        return result
    }

    private func runGroup(
        _ command: String, at place: Place, _ body: () throws(Diagnostic) -> Replay
    ) throws(Diagnostic) -> Replay {
        do { try store?.prepareForChange(at: surroundings.now(), by: surroundings.author) } catch {
            throw .storage(error, at: place)
        }
        defer { store?.withdrawLog() }
        let (before, outerSelection) = (session, selection)
        journal.beginGroup(command, at: surroundings.now(), by: surroundings.author)
        let number = journal.nextNumber - 1
        history = nil
        firstStep = number + 1
        // What the group comes to is one step; the log tells it when it is asked for.
        defer {
            history = nil
            innerSteps = []
            firstStep = 1
        }
        func takeBack() {
            journal.dropGroup()
            replaceSession(with: before)
            selection = outerSelection
        }
        do throws(Diagnostic) {
            let result = try body()
            if surroundings.isCancelled { throw .cancelled(at: place) }
            if !result.isKept {
                takeBack()
                return result
            }
            let count = journal.nextNumber - number
            do { try journal.endGroup(at: surroundings.now(), by: surroundings.author) } catch {
                throw .storage(error, at: place)
            }
            if count > 1 { store?.noteEntries(count + 1) }
            return result
        } catch {
            takeBack()
            throw error
        }
    }

    /// Begins a replay in a new session that does not end, for commands that are tried under its rules.
    func beginRehearsal() {
        replayDepth = 1
        journal.beginGroup("rehearsal", at: surroundings.now(), by: surroundings.author)
        firstStep = journal.nextNumber
    }

    private func runAll(_ script: SourceText, reply: (Reply) -> Void) throws(Diagnostic) -> Replay {
        try script.bytes.withUnsafeBufferPointer { (bytes) throws(Diagnostic) in
            try runAll(script, PlainLine(bytes), reply: reply)
        }
    }

    private func runAll(
        _ script: SourceText, _ plain: consuming PlainLine, reply: (Reply) -> Void
    ) throws(Diagnostic) -> Replay {
        var result = Replay()
        var lexer = Lexer(script)
        var reader = PlainLineReader()
        // A script that another calls is a step of it, and tells nothing of its own.
        var work = Work(
            "replaying \(script.name ?? "a script")", .bytes, of: script.bytes.count,
            stride: min(1 << 14, script.bytes.count / 1_024), for: replayDepth == 1 ? surroundings.watch : nil)
        while true {
            do throws(Diagnostic) {
                guard work.goesOn(at: lexer.position) else {
                    throw .cancelled(at: script.place(lexer.position..<lexer.position))
                }
                if plain.read(at: lexer.position), let answer = try run(plain, &reader, of: script) {
                    lexer.position = plain.end
                    reply(answer)
                    continue
                }
                guard let tokens = try lexer.nextCommand() else { return result }
                let answer = try run(tokens)
                result.failed = result.failed || answer.failed
                reply(answer)
                if answer.quits { return result }
            } catch {
                guard let failure = scriptFailure, !surroundings.isCancelled else { throw error }
                failure(error)
                result.failed = true
            }
        }
    }
}

extension Diagnostic {
    /// The error of a script with the line of another that called it.
    fileprivate func called(from place: Place) -> Diagnostic {
        guard let name = place.source.name, code != .replayTooDeep else { return self }
        var error = self
        error.notes.append("called at \(name):\(place.line)")
        return error
    }

    fileprivate static func replayTooDeep(at place: Place) -> Diagnostic {
        Diagnostic(
            .replayTooDeep, "scripts call each other more than 16 levels deep", at: place,
            expectation: "a script that does not call itself")
    }
}

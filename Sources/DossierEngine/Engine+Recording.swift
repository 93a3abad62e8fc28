import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierOutput
import DossierStorage

/// Commands that are recorded in a script or a notebook as they are typed.
extension Engine {
    /// Begins or ends a recording.
    func record(_ destination: Destination?) throws(StorageError) -> Answer {
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
    private func rehearsal(in folder: String) -> Engine {
        var surroundings = surroundings
        surroundings.folder = surroundings.files.resolved(folder)
        surroundings.isScript = true
        surroundings.writableFolder = nil
        // It runs behind a command that is done: who ends it would end the recording with half an answer.
        surroundings.watch = nil
        let engine = Engine(surroundings: surroundings, disk: disk)
        engine.beginRehearsal()
        return engine
    }
}

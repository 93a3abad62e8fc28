import DossierEngine
import DossierLanguage
import DossierOutput
import DossierStorage

/// Verifies notebooks, or writes their answers anew.
struct NotebookCheckRun {
    let program: Program
    let invocation: Invocation
    private let output: Output

    init(program: Program, invocation: Invocation) {
        self.program = program
        self.invocation = invocation
        output = Output(console: program.console, invocation: invocation)
    }

    /// Runs notebooks: each in a session of its own in memory, or one after the other in the one that is named. What a
    /// notebook does stays there unless an answer of it differs from what is to be verified.
    func run(_ paths: [String]) -> Int32 {
        var code: Int32 = 0
        var session: Engine?
        for path in paths {
            let engine: Engine
            if let session {
                engine = session
            } else {
                switch program.target(invocation, output) {
                case .opened(let opened): engine = opened
                case .refused(let code): return code
                }
            }
            if invocation.into != nil { session = engine }
            code = max(code, check(path, in: engine))
            if code > 1 || program.console.hasLost { break }
        }
        return session.map { program.finish($0, invocation, output, code, isWhole: code <= 1) } ?? code
    }

    private func check(_ path: String, in engine: Engine) -> Int32 {
        let absolute: String
        let folder: String?
        do throws(StorageError) {
            absolute = try SystemSurroundings.absolute(path)
            folder = try invocation.allowWrite.map(SystemSurroundings.absolute)
        } catch {
            return output.fail(error)
        }
        do throws(Diagnostic) {
            let check = try engine.check(
                notebook: absolute, writableFolder: folder,
                keepsDifferent: invocation.update)
            return invocation.update ? write(check, to: absolute, in: engine) : show(check)
        } catch {
            return output.fail(error)
        }
    }

    private func show(_ check: NotebookCheck) -> Int32 {
        if check.failed || !invocation.quiet { output.show(check.comparison) }
        return check.failed ? 1 : 0
    }

    /// Writes the answers where one is another, and leaves a file alone that holds them all.
    private func write(_ check: NotebookCheck, to path: String, in engine: Engine) -> Int32 {
        if check.failed {
            do { try engine.write(check, to: path) } catch { return output.fail(error) }
        }
        if check.failed || !invocation.quiet { output.show(check.report) }
        return 0
    }
}

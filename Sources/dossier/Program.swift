import DossierCommands
import DossierEngine
import DossierLanguage
import DossierModel
import DossierStorage
import Glibc

/// Does what the command line asks for.
struct Program {
    let console: Console

    /// The version, as `--version` prints it.
    static let version = "dossier 0.1.0"

    func run(_ invocation: Invocation) -> Int32 {
        if invocation.noColor { console.watch.hide() }
        defer { console.watch.erase() }
        switch invocation.task {
        case .help(let scope):
            console.print(CommandLineHelp(scope: scope).text)
            return 0
        case .version:
            console.print(Program.version + "\n")
            return 0
        case .schema:
            console.print(SessionSchema.text)
            return 0
        case .manual:
            console.print(ManualPage.text)
            return 0
        case .completions(let shell):
            console.print(shell.script)
            return 0
        case .session(let path, let commands): return run(session: path, commands, invocation)
        case .replay(let scripts) where invocation.verify || invocation.update:
            return NotebookCheckRun(program: self, invocation: invocation).run(scripts)
        case .replay(let scripts): return replay(scripts, invocation)
        case .repair(let path): return Maintenance(console: console, invocation: invocation).repair(path)
        case .compact(let path): return Maintenance(console: console, invocation: invocation).compact(path)
        }
    }

    private func run(session path: String?, _ commands: [String], _ invocation: Invocation) -> Int32 {
        let output = Output(console: console, invocation: invocation)
        let isTyped = commands.isEmpty && Shell.isPossible && !invocation.json
        if isTyped {
            let (settings, problems) = Configuration.read()
            output.settings = settings
            for problem in problems { output.note(problem) }
        }
        let engine: Engine
        do throws(StorageError) {
            engine = try open(path, invocation, access(commands, invocation, isTyped: isTyped))
        } catch {
            return output.fail(error)
        }
        if engine.isNew, let path, invocation.readOnly || Program.askOfSession(commands) {
            return close(engine, output, output.fail(Program.missing(path), code: 66))
        }
        for notice in engine.notices { output.note(notice) }
        if isTyped { return Shell(engine: engine, output: output).run() }
        var code: Int32 = 0
        if commands.isEmpty {
            code = StandardInput(engine: engine, output: output, keepGoing: invocation.keepGoing).run()
        } else {
            for command in commands {
                let result = output.run(SourceText(command), in: engine)
                if result.code != 0 { code = result.code }
                if result.quits || (code != 0 && !invocation.keepGoing) { break }
            }
        }
        return close(engine, output, code)
    }

    /// How the session is opened: questions need no lock, a person is not kept waiting, and a program waits for its turn.
    private func access(_ commands: [String], _ invocation: Invocation, isTyped: Bool) -> Access {
        if invocation.readOnly { return .reader }
        if isTyped { return .person(waiting: invocation.wait ?? 0) }
        let asksOnly =
            !commands.isEmpty && invocation.trust == .neither && commands.allSatisfy(CommandTable.asksOnly)
        return asksOnly ? .reader : invocation.access
    }

    /// Whether commands are questions, and one at least asks for more than help.
    private static func askOfSession(_ commands: [String]) -> Bool {
        commands.allSatisfy(CommandTable.asksOnly) && !commands.allSatisfy { $0.hasPrefix("help") }
    }

    /// That a session is not there of which something is asked, with the nearest that is.
    private static func missing(_ path: String) -> String {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let near = Suggestion.nearest(to: path, among: PathList.paths(folder).filter { $0.hasSuffix(".json") })
        return "there is no session '\(path)'" + (near.map { "; did you mean '\($0)'?" } ?? "")
    }

    private func replay(_ scripts: [String], _ invocation: Invocation) -> Int32 {
        let output = Output(console: console, invocation: invocation)
        let engine: Engine
        switch target(invocation, output) {
        case .opened(let opened): engine = opened
        case .refused(let code): return code
        }
        var code: Int32 = 0
        var isWhole = true
        for script in scripts {
            let path: String
            let folder: String?
            do throws(StorageError) {
                path = try SystemSurroundings.absolute(script)
                folder = try invocation.allowWrite.map(SystemSurroundings.absolute)
            } catch {
                code = output.fail(error)
                break
            }
            do throws(Diagnostic) {
                let result = try engine.replay(
                    path, writableFolder: folder, keepGoing: invocation.keepGoing,
                    failure: { output.fail($0) }, atEnd: console.flush, reply: { output.show($0, mayWait: true) })
                if result.failed { code = 1 }
            } catch {
                code = output.fail(error)
                isWhole = invocation.keepGoing
                if !isWhole { break }
            }
            if console.hasLost { break }
        }
        return finish(engine, invocation, output, code, isWhole: isWhole)
    }

    /// Closes the session of a replay; one that comes in the place of another does so only where all of it ran.
    func finish(
        _ engine: Engine, _ invocation: Invocation, _ output: Output, _ code: Int32, isWhole: Bool
    ) -> Int32 {
        if isWhole, let into = invocation.into {
            do { try engine.takePlace(named: into) } catch { return output.fail(error) }
        }
        return close(engine, output, code)
    }

    /// The session that a replay goes into, or the code with which the program ends without it.
    enum Target {
        case opened(Engine), refused(Int32)
    }

    /// Opens the session that a replay goes into: one on disk, which must be able to take it, or one in memory.
    func target(_ invocation: Invocation, _ output: Output) -> Target {
        let engine: Engine
        do throws(StorageError) {
            engine = try open(invocation.overwrite ? nil : invocation.into, invocation, invocation.access)
            if case .replay(let scripts) = invocation.task {
                for script in scripts { engine.scripts.append(try SystemSurroundings.absolute(script)) }
            }
            if invocation.overwrite, let into = invocation.into {
                try engine.begin(inPlaceOf: SystemSurroundings.absolute(into), named: into)
            }
        } catch {
            return .refused(output.fail(error))
        }
        for notice in engine.notices { output.note(notice) }
        if invocation.into != nil, !engine.session.isEmpty, !invocation.append {
            let problem =
                "the session already has records; --append replays into it anyway, --overwrite replaces it"
            return .refused(output.fail(problem, code: 73))
        }
        if let reason = engine.readOnlyReason {
            return .refused(output.fail("the session cannot change: \(reason)", code: 77))
        }
        return .opened(engine)
    }

    func open(_ path: String?, _ invocation: Invocation, _ access: Access) throws(StorageError) -> Engine {
        let surroundings = SystemSurroundings.make(watch: console.watch)
        guard let path else { return Engine(surroundings: surroundings, disk: PosixDisk()) }
        return try Engine(
            opening: try SystemSurroundings.absolute(path), surroundings: surroundings, disk: PosixDisk(),
            access: access,
            trust: invocation.trust)
    }

    func close(_ engine: Engine, _ output: Output, _ code: Int32) -> Int32 {
        do throws(StorageError) {
            for notice in try engine.close() { output.note(notice) }
            // The program ends here, and what it holds goes with it: taking a large session apart would only take time.
            _ = Unmanaged.passRetained(engine)
            return code
        } catch {
            return output.fail(error)
        }
    }
}

import DossierEngine
import DossierModel
import DossierStorage
import TestSupport

/// Kills the program again and again while it works on sessions, and proves each time that nothing was lost.
///
/// A session lives on over many kills, so that what they leave piles up. After each kill the session is opened: every answered
/// command is in it, the one that was not answered is in it whole or not at all, and the log alone gives the same state.
public struct CrashRun {
    let settings: CrashSettings
    let folder: TemporaryFolder
    var maker: CommandMaker
    var twin: Twin
    var name = "a0.json"
    private var names = 0
    private var unsaved = 0
    private var lastExport: [UInt8]?
    var report = CrashReport()
    /// How long each sort of work takes, in microseconds, so that kills fall within it.
    var durations: [Victim: Int] = [:]

    /// Runs all kills.
    ///
    /// - Throws: what the first kill broke that broke something.
    public static func run(_ settings: CrashSettings) throws -> CrashReport {
        var run = try CrashRun(settings)
        let start = Clock.microseconds
        var sinceBeginning = 0
        let life = 20
        while run.report.kills < settings.kills {
            try run.kill()
            sinceBeginning += 1
            if sinceBeginning % life == 0 || run.report.kills == settings.kills { try run.beginAnew() }
        }
        run.report.seconds = Double(Clock.microseconds - start) / 1e6
        return run.report
    }

    private init(_ settings: CrashSettings) throws {
        self.settings = settings
        folder = try TemporaryFolder()
        maker = CommandMaker(seed: settings.seed)
        twin = Twin(folder: folder.path)
        report.sessions = 1
    }

    /// One kill: the program is started, answers some commands, and is killed during one more.
    private mutating func kill() throws {
        let victim = Victim.any(&maker.random)
        switch victim {
        case .closedStreams: return try killWithClosedStreams()
        case .replacedLog, .editedState: return try killAfterReplacing(victim)
        default: break
        }
        let program = try start()
        var commands: [String] = []
        if victim != .opening {
            measure(.opening, program) { $0.waitForAnswer(microseconds: 30_000_000) }
            try prepare(victim, program, &commands)
        }
        let begin = Clock.microseconds
        if victim == .end {
            program.finish()
        } else if victim != .opening {
            commands.append(
                victim == .saveUnderAName ? nextName() : maker.command(victim, folder: folder.path))
            program.send(commands[commands.count - 1])
        }
        let limit = durations[victim, default: 4_000] * 13 / 10
        let delay = maker.random.pick(0...limit)
        let waiting = program.waitForAnswer(microseconds: max(delay, 1))
        let time = waiting == .late ? max(delay, durations[victim, default: 0]) : Clock.microseconds - begin
        note(victim, time)
        program.kill()
        report.count(victim, try prove(program, commands, victim, hasEnded: waiting == .ended))
    }

    func start() throws(CrashFailure) -> DrivenProgram {
        let program = try DrivenProgram(
            settings.program, [folder.file(name), "--json", "--keep-going"], in: folder.path)
        program.send("show date 2024")
        return program
    }

    /// Does what must stand before the victim, each command answered.
    private mutating func prepare(_ victim: Victim, _ program: DrivenProgram, _ commands: inout [String]) throws {
        var before = (0..<maker.random.below(4)).map { _ in
            (Victim.change, maker.random.oneIn(4) ? "save" : maker.change())
        }
        switch victim {
        case .replay, .failingReplay:
            let lines = maker.random.pick(100...400)
            try folder.write(maker.script(lines: lines, fails: victim == .failingReplay), to: "batch.dossier")
        case .importRows, .failingImport:
            let rows = maker.rows(maker.random.pick(100...400), fails: victim == .failingImport)
            try folder.write(rows, to: "batch.csv")
        case .automaticSave where unsaved < 1_000:
            try folder.write(maker.script(lines: 1_000, fails: false), to: "batch.dossier")
            before = [(.replay, maker.command(.replay, folder: folder.path))]
        case .redo: before.append((.undo, "undo 3"))
        default: break
        }
        for (sort, command) in before {
            commands.append(command)
            program.send(command)
            measure(sort, program) { $0.waitForAnswer(microseconds: 30_000_000) }
        }
    }

    private mutating func measure(
        _ sort: Victim, _ program: DrivenProgram, _ wait: (DrivenProgram) -> DrivenProgram.Waiting
    ) {
        let begin = Clock.microseconds
        _ = wait(program)
        note(sort, Clock.microseconds - begin)
    }

    mutating func note(_ sort: Victim, _ time: Int) {
        let old = durations[sort] ?? time
        durations[sort] = old + (time - old) / 5
    }

    private mutating func nextName() -> String {
        names += 1
        return "save \(folder.file("a\(names).json"))"
    }

    /// Proves that what is on disk is what was answered, and says where the kill fell.
    private mutating func prove(_ program: DrivenProgram, _ commands: [String], _ victim: Victim, hasEnded: Bool) throws
        -> CrashReport.Fall
    {
        let answers = program.answers.dropFirst()
        let context =
            "seed \(settings.seed), kill \(report.kills + 1), killed during \(victim.rawValue), "
            + "\(answers.count) of \(commands.count) answered: \(commands.map { $0.prefix(60) })\n"
        if answers.count > commands.count {
            throw CrashFailure(context + "more answers than commands: \(program.lines.map { $0.prefix(200) })")
        }
        for (command, failed) in zip(commands, answers) where twin.run(command) != failed {
            throw CrashFailure(context + "'\(command)' \(failed ? "failed" : "did not fail"): \(program.lines)")
        }
        let unanswered = commands.dropFirst(answers.count).first
        try followName(commands, answers.count, context)
        let found = try readState(context)
        let isAnswered = victim.ends ? hasEnded : victim == .opening ? !program.answers.isEmpty : unanswered == nil
        var fall = isAnswered ? CrashReport.Fall.after : victim.saves && unsaved == 0 ? .within : .before
        if !found.isSame(as: twin) {
            if let unanswered { twin.run(unanswered) }
            try found.expect(twin, context + "the session is neither before nor after it")
            fall = .within
        }
        if folder.names.contains(where: { $0.contains(".dossier-") }) {
            report.traces["a temporary file lay about", default: 0] += 1
        }
        try proveExport(commands, answers.count, context)
        return fall
    }

    /// Goes on in the file that `save PATH` named where that was answered; else what is there is whole or nothing.
    private mutating func followName(_ commands: [String], _ answered: Int, _ context: String) throws {
        guard let last = commands.last, last.hasPrefix("save /") else { return }
        let old = name
        let new = "a\(names).json"
        if answered == commands.count {
            name = new
        } else if folder.names.contains(where: { $0.hasPrefix("a\(names).") }) {
            let copy = try read(new, context)
            if !copy.session.isEmpty {
                try CrashRun.expect(
                    SessionFile.bytes(of: copy.session), equals: twin.state, context + "the copy is a half one")
                report.traces["a whole copy stood there, unanswered", default: 0] += 1
            }
        }
        let gone = (name == old ? new : old).dropLast(4)
        for file in folder.names where file.hasPrefix(gone) { try PosixDisk().remove(folder.file(file)) }
    }

    mutating func readState(_ context: String) throws -> FoundSession {
        let engine = try read(name, context)
        for notice in engine.notices { report.traces["opening said: \(sort(of: notice))", default: 0] += 1 }
        unsaved = engine.unsavedCount
        let state = SessionFile.bytes(of: engine.session)
        let folded: Engine
        do { folded = try Twin.read(folder.file(name), folder: folder.path, trust: .log) } catch {
            throw CrashFailure(context + "the log alone: \(error.problem)")
        }
        try CrashRun.expect(
            SessionFile.bytes(of: folded.session), equals: state, context + "the log alone gives another session")
        return FoundSession(state: state, given: engine.session.given)
    }

    private func read(_ name: String, _ context: String) throws(CrashFailure) -> Engine {
        let engine: Engine
        do { engine = try Twin.read(folder.file(name), folder: folder.path) } catch {
            throw CrashFailure(context + "it does not open: \(error.problem)")
        }
        if let notice = engine.notices.first(where: { $0.contains("is not a session") }) {
            throw CrashFailure(context + notice)
        }
        return engine
    }

    private mutating func proveExport(_ commands: [String], _ answered: Int, _ context: String) throws {
        guard let last = commands.last, last.hasPrefix("export") else { return }
        let found = FileReading.bytes(at: folder.file("out.json"))
        let wanted = twin.export
        if found == wanted {
            lastExport = wanted
        } else if answered == commands.count || found != lastExport {
            throw CrashFailure(context + "the export is neither the old one nor the new one")
        }
    }

    /// The notice without the names and numbers in it.
    private func sort(of notice: String) -> String {
        notice.contains("incomplete") ? "torn" : notice.contains("group") ? "an unfinished group" : "no state yet"
    }

    /// Ends a session as a user would, proves that its state stands in its file, and begins another.
    private mutating func beginAnew() throws {
        let context = "seed \(settings.seed), after kill \(report.kills): "
        let program = try start()
        for command in ["check references quotes digests", "add note \"last\""] {
            program.send(command)
            twin.run(command)
        }
        program.finish()
        let code = program.waitForExit()
        guard code == 0, program.answers == [false, false, false] else {
            throw CrashFailure(context + "it went on badly, exit \(code): \(program.lines)")
        }
        try CrashRun.expect(
            FileReading.bytes(at: folder.file(name)) ?? [], equals: twin.state, context + "the saved state")
        for file in folder.names { try PosixDisk().remove(folder.file(file)) }
        lastExport = nil
        unsaved = 0
        twin = Twin(folder: folder.path)
        report.sessions += 1
    }

    static func expect(_ found: [UInt8], equals wanted: [UInt8], _ context: String) throws(CrashFailure) {
        if found == wanted { return }
        let lines = [found, wanted].map { String(decoding: $0, as: UTF8.self).split(separator: "\n") }
        let index = zip(lines[0], lines[1]).enumerated().first { $1.0 != $1.1 }?.offset ?? lines.map(\.count).min() ?? 0
        let differing = lines.map { index < $0.count ? String($0[index].prefix(200)) : "(ends)" }
        throw CrashFailure(context + ": line \(index + 1) is\n\(differing[0])\nwhere\n\(differing[1])\nbelongs")
    }
}

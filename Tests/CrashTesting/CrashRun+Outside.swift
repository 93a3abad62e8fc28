import DossierStorage
import TestSupport

/// Kills while something outside stands in the way: streams that were never open, files that another program replaces.
extension CrashRun {
    /// The program is started with some of its standard streams closed, and killed while it carries out one command.
    mutating func killWithClosedStreams() throws {
        let set = maker.random.pick(1...7)
        let closing = (0..<3).filter { set >> $0 & 1 == 1 }.map(Int32.init)
        let command = maker.change()
        let program = try DrivenProgram(
            settings.program, [folder.file(name), "-c", command], in: folder.path, closing: closing)
        let begin = Clock.microseconds
        let hasEnded = program.waitForEnd(
            microseconds: maker.random.pick(0...durations[.closedStreams, default: 8_000] * 13 / 10))
        if hasEnded { note(.closedStreams, Clock.microseconds - begin) }
        program.kill()
        let context = "seed \(settings.seed), kill \(report.kills + 1), streams \(closing) closed, '\(command)'\n"
        let found = try readState(context)
        if hasEnded || !found.isSame(as: twin) { twin.run(command) }
        try found.expect(twin, context + "the session is neither before nor after it")
        report.count(.closedStreams, hasEnded ? .after : .before)
    }

    /// Another program puts its own file in the place of one of the session; a command then must not be answered, nor must
    /// that file be written over.
    mutating func killAfterReplacing(_ victim: Victim) throws {
        let program = try start()
        _ = program.waitForAnswer(microseconds: 30_000_000)
        var answered: [String] = []
        for _ in 0..<maker.random.pick(1...3) { answered.append(maker.change()) }
        if victim == .editedState { answered.append("save") }
        for command in answered {
            program.send(command)
            _ = program.waitForAnswer(microseconds: 30_000_000)
        }
        let context = "seed \(settings.seed), kill \(report.kills + 1), \(victim.rawValue)\n"
        let failures = Array(program.answers.dropFirst())
        guard failures.count == answered.count else {
            throw CrashFailure(context + "\(answered) were answered by \(program.lines)")
        }
        for (command, failed) in zip(answered, failures) where twin.run(command) != failed {
            throw CrashFailure(context + "'\(command)' \(failed ? "failed" : "did not fail"): \(program.lines)")
        }
        let file = victim == .replacedLog ? String(name.dropLast(5)) + ".log" : name
        // Nothing was saved where all commands failed.
        guard let bytes = FileReading.bytes(at: folder.file(file)) else { return program.kill() }
        // White space at its end: the same session in a file that is not the same.
        let theirs = victim == .replacedLog ? bytes : bytes + Array(" \n".utf8)
        try folder.write(theirs, to: "theirs")
        try PosixDisk().rename(folder.file("theirs"), to: folder.file(file), replaces: true)
        program.send(victim == .replacedLog ? "add note \"never answered\"" : "save")
        _ = program.waitForAnswer(microseconds: max(1, maker.random.pick(0...durations[.change, default: 4_000] * 2)))
        program.kill()
        if program.answers.count > answered.count + 1, program.answers.last == false {
            throw CrashFailure(context + "it was answered all the same: \(program.lines)")
        }
        try CrashRun.expect(
            FileReading.bytes(at: folder.file(file)) ?? [], equals: theirs, context + "their file was written over")
        if victim == .editedState { try folder.write(bytes, to: file) }
        try readState(context).expect(twin, context + "what was answered is gone")
        report.count(victim, program.answers.count > answered.count + 1 ? .after : .before)
    }
}

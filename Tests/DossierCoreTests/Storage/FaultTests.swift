import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierModel
@testable import DossierStorage

/// Every operation of the disk goes wrong in turn, in every way.
@Suite struct FaultTests {
    private static let full: Set<String> = ["write", "sync", "open", "rename", "syncFolder"]

    static let faults: [FaultyDisk.Fault] =
        [false, true].flatMap { isLasting in
            [
                .init(code: 28, reason: "No space left on device", isLasting: isLasting, operations: full),
                .init(
                    code: 28, reason: "No space left on device", isShort: true, isLasting: isLasting,
                    operations: ["write"]),
                .init(code: 5, reason: "Input/output error", isLasting: isLasting),
                .init(
                    code: 13, reason: "Permission denied", isLasting: isLasting,
                    operations: ["open", "rename", "remove", "read", "status"]),
            ]
        } + [.shortWrite]

    @Test(
        "an operation that fails fails its command with the system's reason, and memory and disk agree",
        arguments: faults)
    func everyOperation(fault: FaultyDisk.Fault) throws {
        let operations = try Self.operations()
        #expect(operations.count > 100)
        let places = operations.indices.filter { fault.operations?.contains(operations[$0]) ?? true }
        for index in Effort.cases(places, sampled: 12) { try prove(fault, at: index) }
    }

    /// The operations where all goes well.
    private static func operations() throws -> [String] {
        let run = try FaultRun()
        for command in FaultRun.commands {
            let answer = run.run(command)
            #expect(answer.error == nil && answer.notices.isEmpty, "\(command): \(answer)")
        }
        return run.disk.operations
    }

    private func prove(_ fault: FaultyDisk.Fault, at index: Int) throws {
        let run = try FaultRun(fault, at: index)
        if let error = run.openingError { #expect(error.contains(fault.reason), "opening, \(fault) at \(index + 1)") }
        var failed = 0
        var couldCut = true
        for command in FaultRun.commands {
            let (before, hits) = (run.state, run.disk.hits.count)
            let answer = run.run(command)
            let new = run.disk.hits.dropFirst(hits)
            if new.isEmpty { continue }
            let place = "\(fault) at operation \(index + 1), \(new.joined(separator: ", ")), in '\(command)': \(answer)"
            if fault.code == 0 {
                #expect(answer.error == nil && answer.notices.isEmpty, "\(place)")
            } else {
                #expect(answer.says(fault.reason), "\(place)")
                if answer.error != nil { #expect(run.state == before, "\(place)") }
            }
            #expect(run.run("show notes").error == nil, "\(place)")
            couldCut = couldCut && !new.contains { $0.hasPrefix("truncate") }
            agree(run, place, afterCrash: couldCut)
            failed += 1
            if failed == (fault.isLasting ? 3 : 1) {
                mend(run, place)
                couldCut = true
            }
        }
        mend(run, "\(fault) at operation \(index + 1), at the end")
        let saved = run.run("save")
        #expect(
            saved.error == nil && run.memory.text(run.engine.path ?? "") == run.state,
            "\(fault) at \(index + 1): \(saved)")
    }

    /// The fault goes away: the next change goes well, and is on the medium.
    private func mend(_ run: FaultRun, _ place: String) {
        run.disk.mend()
        if run.engine.readOnlyReason?.hasPrefix("its log cannot be written") == true { _ = run.run("open a.json") }
        let later = run.run("add note \"later\"")
        #expect(later.error == nil && later.notices.isEmpty, "\(place) later: \(later)")
        agree(run, place)
    }

    /// Proves that a crash now, or a power cut, leaves the session as it stands.
    ///
    /// Where not even cutting the log is possible, what was written of a command that failed cannot be taken back before
    /// the next change: after a crash it may stand.
    private func agree(_ run: FaultRun, _ place: String, afterCrash: Bool = true) {
        let cut = run.memory.afterPowerCut(PowerCut(keepsNames: false, bytes: .none))
        for disk in afterCrash ? [run.memory.unlocked, cut] : [cut] {
            do throws(StorageError) {
                let found = FaultRun.text(of: try FaultRun.open(run.engine.path ?? "", on: disk))
                if found != run.state { Issue.record("\(place)\ndisk:\n\(found)\nmemory:\n\(run.state)") }
            } catch {
                Issue.record("\(place)\nit does not open: \(error.problem)")
            }
        }
    }

    @Test("a power cut at any moment loses nothing that was answered, and leaves nothing half")
    func powerCuts() throws {
        let states = try FaultRun.states()
        for index in Effort.cases(try Self.operations().indices, sampled: 25) {
            let run = try FaultRun(.powerCut, at: index)
            var (paths, allowed) = (["/work/a.json"], [run.state])
            for (number, command) in FaultRun.commands.enumerated() where run.disk.hits.isEmpty {
                _ = run.run(command)
                if run.disk.hits.isEmpty {
                    (paths, allowed) = ([run.engine.path ?? ""], [run.state])
                } else {
                    allowed.append(states[number])
                    if command == "save c.json" { paths.append("/work/c.json") }
                }
            }
            for cut in PowerCut.allCases {
                let place = "\(cut), before operation \(index + 1), \(run.disk.hits.first ?? "none")"
                let disk = run.memory.afterPowerCut(cut)
                for (number, path) in paths.enumerated() {
                    prove(path, on: disk, allowed, mayBeEmpty: number > 0, place)
                }
            }
        }
    }

    private func prove(_ path: String, on disk: MemoryDisk, _ allowed: [String], mayBeEmpty: Bool, _ place: String) {
        do throws(StorageError) {
            let engine = try FaultRun.open(path, on: disk)
            let found = FaultRun.text(of: engine)
            if allowed.contains(found) || mayBeEmpty && engine.session.isEmpty { return }
            Issue.record("\(place), \(path): found\n\(found)\nwhere was\n\(allowed.joined(separator: "or\n"))")
        } catch {
            Issue.record("\(place), \(path) does not open: \(error.problem)")
        }
    }
}

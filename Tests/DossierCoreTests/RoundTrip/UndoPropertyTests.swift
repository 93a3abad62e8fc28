import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierModel
@testable import DossierStorage

/// What an undo has to bring back: the records, byte for byte, and which ids are free.
private struct Standing: Equatable {
    let state: String
    let given: GivenIdentifiers

    init(_ engine: TestEngine) {
        state = engine.state
        given = engine.session.given
    }
}

/// A session in which steps are done, undone and redone, saved and opened again, with what stood before and after each.
private struct Course {
    static let path = "/work/a.json"

    struct Step {
        let command: String
        let before: Standing
        let after: Standing
    }

    private(set) var engine: TestEngine
    private(set) var done: [Step] = []
    private var undone: [Step] = []
    private var generator: SessionGenerator
    private let seed: UInt64
    private var scripts = 0

    init(seed: UInt64) throws {
        self.seed = seed
        generator = SessionGenerator(seed: seed)
        engine = try TestEngine(opening: Course.path, on: MemoryDisk())
    }

    mutating func run(_ count: Int) throws {
        for number in 1...count {
            try step()
            if number % 9 == 0 { try IndexProof.check(engine.session) }
            if number % 10 == 0, engine.engine.unsavedCount > 0 { try engine.run("save") }
            if number % 15 == 0 { try reopen() }
        }
    }

    private mutating func step() throws {
        let command = command()
        let before = Standing(engine)
        let entry = engine.engine.journal.nextNumber
        do { try engine.run(command) } catch {
            #expect(Standing(engine) == before, "seed \(seed): \(command)")
            return
        }
        let after = Standing(engine)
        let words = command.split(separator: " ")
        let steps = words.count > 1 ? Int(words[1]) ?? 1 : 1
        if words[0] == "undo" {
            for _ in 0..<steps { if let step = done.popLast() { undone.append(step) } }
            #expect(undone.last?.before == after, "seed \(seed): \(command)")
        } else if words[0] == "redo" {
            for _ in 0..<steps { if let step = undone.popLast() { done.append(step) } }
            #expect(done.last?.after == after, "seed \(seed): \(command)")
        } else if engine.engine.journal.nextNumber > entry {
            done.append(Step(command: command, before: before, after: after))
            undone = []
        }
    }

    private mutating func command() -> String {
        switch Int.random(in: 0..<30, using: &generator.random) {
        case 0..<6: return "undo" + (generator.flip(3) ? " \(Int.random(in: 2...4, using: &generator.random))" : "")
        case 6..<8: return generator.flip(3) ? "redo 2" : "redo"
        case 8..<10: return merge()
        case 10..<12: return script()
        case 12..<16:
            return ["add event \"One\"", "add entity \"Kim\"", "add note dam \"N\""][Int(generator.random.next() % 3)]
        default: return generator.command(for: engine.session)
        }
    }

    private mutating func merge() -> String {
        let kind = generator.flip(2) ? Kind.entity : .source
        let ids = engine.session.records(of: kind).shuffled(using: &generator.random).map(\.id.text)
        let merged = engine.session.records(of: kind).flatMap(\.mergedIdentifiers)
        if let id = merged.first, generator.flip(2) { return "merge --undo \(id)" }
        return ids.count < 2 ? "undo" : "merge \(ids[0]) into \(ids[1])"
    }

    /// A script with steps of its own that it undoes.
    private mutating func script() -> String {
        let lines = [
            "add event \"In a script\"", "add entity \"Kim\"", "add event dam \"Dam\"", "undo", "undo", "redo",
            "drop _",
            "add claim \"Said\" speaker=\"Lee\"", "import csv rows.csv kind=event title={t} place={p}",
        ]
        scripts += 1
        let name = "part-\(scripts).dossier"
        let chosen = (0..<6).map { _ in lines[Int(generator.random.next() % UInt64(lines.count))] }
        engine.disk["/work/rows.csv"] = Array("t,p\na,Busan\nb,Kim\n".utf8)
        engine.disk["/work/" + name] = Array((["add note \"begins\""] + chosen).joined(separator: "\n").utf8)
        return "replay " + name
    }

    /// The files as another process finds them, some left out.
    func copy(without names: [String] = []) -> MemoryDisk {
        let disk = engine.disk.unlocked
        for name in names { disk[name] = nil }
        return disk
    }

    private mutating func reopen() throws {
        let before = Standing(engine)
        if generator.flip(2) { try engine.engine.close() }
        engine = try TestEngine(opening: Course.path, on: copy(without: generator.flip(3) ? [Course.path] : []))
        #expect(Standing(engine) == before, "seed \(seed)")
    }
}

@Suite("undo is the inverse") struct UndoPropertyTests {
    @Test("each undo gives what stood before, each redo what stood after, ids and numbers too", arguments: Seeds.some)
    func inverse(seed: UInt64) throws {
        var course = try Course(seed: seed)
        try course.run(90)
        // To the first entry and back.
        let steps = course.done
        for step in steps.reversed() {
            try course.engine.run("undo")
            #expect(Standing(course.engine) == step.before, "seed \(seed): \(step.command)")
        }
        for step in steps {
            try course.engine.run("redo")
            #expect(Standing(course.engine) == step.after, "seed \(seed): \(step.command)")
        }
    }

    @Test(
        "the session is the one that comes without the undone commands, also after it is opened again",
        arguments: Seeds.some)
    func without(seed: UInt64) throws {
        var course = try Course(seed: seed)
        try course.run(90)
        let twin = TestEngine(course.copy())
        for step in course.done { try twin.run(step.command) }
        #expect(Standing(twin) == Standing(course.engine), "seed \(seed)")
        let copies = [course.copy(), course.copy(without: [Course.path])]
        for disk in copies {
            let again = try TestEngine(opening: Course.path, on: disk)
            #expect(Standing(again) == Standing(twin), "seed \(seed)")
            for command in ["add event \"Next\"", "add entity \"Kim\"", "add claim \"Next\" speaker=\"Lee\""] {
                #expect(try again.run(command) == twin.run(command), "seed \(seed)")
            }
            try twin.run("undo 3")
            #expect(again.engine.storageFaults == [], "seed \(seed)")
        }
    }
}

import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierText

@Suite("hints at entities that resemble each other") struct ResemblanceHintTests {
    /// What is said beside the answers.
    private func notices(_ engine: TestEngine, _ command: String) throws -> [String] {
        var notices: [String] = []
        try engine.engine.run(SourceText(command)) { notices += $0.notices }
        return notices
    }

    private static let hint =
        "karim-najar resembles karim-najjar (Karim Najjar); 'merge karim-najar into karim-najjar' merges them, 'link karim-najar different-from karim-najjar' keeps both"

    @Test(
        "a new entity that resembles another is noted, made by whatever command",
        arguments: ["add entity \"Karim Najar\"", "add event \"Raid\" actor=\"Karim Najar\""])
    func made(command: String) throws {
        let engine = try TestEngine(setting: ["add entity \"Karim Najjar\" type=person", "add entity \"Other\""])
        #expect(try notices(engine, command) == [Self.hint])
        #expect(try notices(engine, "add entity \"Third\"") == [])
    }

    @Test("each command that the hint names runs, and ends the proposal", arguments: [0, 1])
    func advice(number: Int) throws {
        let engine = try TestEngine(setting: ["add entity \"Karim Najjar\""])
        let notice = try #require(try notices(engine, "add entity \"Karim Najar\"").first)
        let commands = notice.split(separator: "'").map(String.init).filter {
            $0.hasPrefix("merge") || $0.hasPrefix("link")
        }
        #expect(commands.count == 2)
        try engine.run(commands[number])
        #expect(try engine.run("show duplicates") == "no duplicates\n")
    }

    @Test("the same name, another type and a name that resembles none are not noted")
    func silent() throws {
        let engine = try TestEngine(setting: ["add entity a \"Karim Najjar\" type=person"])
        for command in [
            "add entity b \"KARIM NAJJAR\" type=person", "add entity c \"Karim Najar\" type=place",
            "add entity d \"Karim Habib\"",
            "add claim \"Karim Najar spoke\"", "set a alias=\"Karim Najar\"",
        ] {
            #expect(try notices(engine, command) == [], "\(command)")
        }
    }

    @Test("what was made, renamed, dropped, undone or merged since is known")
    func changes() throws {
        let engine = try TestEngine(setting: ["add entity a \"First\""])
        #expect(try notices(engine, "add entity b \"Second One\"") == [])
        try engine.run("set a name=\"Karim Najjar\"")
        #expect(try notices(engine, "add entity c \"Karim Najar\"").count == 1)
        try engine.run("undo")
        try engine.run("drop a")
        #expect(try notices(engine, "add entity d \"Karim Najar\"") == [])
        try engine.run("undo 2")
        #expect(try notices(engine, "add entity e \"Karim Najar\"").count == 1)
    }

    @Test("a script is silent, and what it made is known afterwards")
    func scripts() throws {
        let engine = try TestEngine(
            files: ["s.dossier": "add entity \"Karim Najjar\"\nadd entity \"Karim Najar\"\n"],
            setting: ["add entity \"Omar Hadi\"", "add entity \"Umar Hady\""])
        var said: [String] = []
        try engine.engine.replay("/work/s.dossier") { said += $0.notices }
        #expect(said == [])
        #expect(try notices(engine, "add entity k \"Kareem Najjar\"").count == 1)
    }

    @Test("a session that was saved and opened again is known")
    func opened() throws {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        for command in ["add entity \"Karim Najjar\"", "save"] { try engine.run(command) }
        try engine.engine.close()
        let again = try TestEngine(opening: "/work/a.json", on: disk.unlocked)
        #expect(try notices(again, "add entity \"Karim Najar\"") == [Self.hint])
    }

    @Test("an index finds what a comparison with each finds", arguments: 0..<20)
    func property(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let pairs = NamePair.all.shuffled(using: &random).prefix(40)
        var session = TestEngine(MemoryDisk()).session
        for (place, pair) in pairs.enumerated() {
            var entity = Record(.entity, Identifier(known: "a-\(place)"))
            entity[.name] = [.text(pair.first)]
            session.apply(Change(old: nil, new: entity))
        }
        let index = ResemblanceIndex(session)
        for pair in pairs where pair.areProposed {
            var entity = Record(.entity, Identifier(known: "new"))
            entity[.name] = [.text(pair.second)]
            let isSame = pairs.contains { FoldedText.of($0.first) == FoldedText.of(pair.second) }
            let resembles = NameResemblance(SpelledName(pair.first), SpelledName(pair.second)) != nil
            #expect(
                index.nearest(to: entity, in: session) != nil || isSame || !resembles,
                "seed \(seed): \(pair.first), \(pair.second)")
        }
    }
}

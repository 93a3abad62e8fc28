import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel

@Suite("rules and their examples") struct CheckExampleTests {
    static let names = CheckTable.all.map { $0.definition.name }

    private func definition(_ name: String) throws -> CheckDefinition {
        try #require(CheckTable.check(named: name)).definition
    }

    private func engine(_ setting: CheckExample.Setting) throws -> TestEngine {
        switch setting {
        case .commands(let commands): return try TestEngine(setting: commands)
        case .file(let lists):
            let state = "{\"dossier\": {\"format\": 1}, \(lists.joined(separator: ", "))}\n"
            return try TestEngine(opening: "/work/x.json", on: MemoryDisk(["/work/x.json": state]))
        }
    }

    @Test("the example of a rule yields just what it says, and nothing after what helps", arguments: names)
    func examples(name: String) throws {
        let definition = try definition(name)
        let engine = try engine(definition.example.setting)
        let expected = definition.example.findings.map { "\(definition.severity.rawValue): \($0)  (\(name))\n" }
        #expect(
            try engine.run("check \(name)")
                == expected.joined() + definition.severity.counted(expected.count) + "\n")
        var failed = false
        try engine.engine.run(SourceText("check \(name)")) { failed = $0.failed }
        #expect(failed == (definition.severity == .error), "errors alone fail")
        for command in definition.example.remedy { try engine.run(command) }
        #expect(try engine.run("check \(name)") == "nothing found: \(name)\n")
    }

    @Test("every rule has a name, a sentence without a full stop, and what it finds and what helps", arguments: names)
    func definitions(name: String) throws {
        let definition = try definition(name)
        #expect(Self.names.count { $0 == name } == 1)
        #expect(!definition.summary.isEmpty && !definition.summary.hasSuffix("."))
        #expect(definition.details.isEmpty || definition.details.hasSuffix("."))
        #expect(!definition.example.findings.isEmpty && !definition.example.remedy.isEmpty)
        #expect(definition.kinds == Kind.listed.filter { definition.kinds.contains($0) })
    }

    @Test("a rule has a page in the help, and one line in the list of rules", arguments: names)
    func help(name: String) throws {
        let definition = try definition(name)
        let page = try TestEngine().run("help \(name)")
        #expect(page.contains("check \(name)\n") && page.contains(definition.summary))
        for finding in definition.example.findings { #expect(page.contains(finding)) }
        #expect(
            try TestEngine().run("help checks").contains("\(definition.severity.rawValue): \(definition.summary)\n"))
        #expect(HelpTopics.names.count { $0 == name } == 1)
    }

    @Test("an empty session has nothing to find, whatever the rule")
    func empty() throws {
        #expect(try TestEngine().run("check") == "nothing found: all rules\n")
        #expect(try TestEngine().json("check").text == #"{"findings": []}"#)
    }

    @Test("a program reads rule, severity, record, the others that have part in it, and the words")
    func programs() throws {
        let engine = try TestEngine(setting: ["add source s1 tlp=red", "add claim c1 \"A\" source=s1 tlp=clear"])
        #expect(
            try engine.json("check leaks anchors").text
                == #"{"findings": [{"rule": "leaks", "severity": "warning", "record": "c1", "others": ["s1"], "text": "it is marked clear, but draws on s1, which is red: 'set c1 tlp=red'"}, {"rule": "anchors", "severity": "warning", "record": "c1", "text": "it does not quote its source: add a quote with 'set c1 quote=\"…\"'"}]}"#
        )
    }

    @Test("the real session has one doubtful thing: a visit that nobody in it speaks of")
    func realSession() throws {
        let engine = try TestEngine(files: [
            "dprk-russia-2024.dossier": PackageFiles.text("sessions/dprk-russia-2024.dossier"),
            "dprk-russia-2024.txt": PackageFiles.text("sessions/dprk-russia-2024.txt"),
        ])
        try engine.replay("dprk-russia-2024.dossier")
        #expect(
            try engine.run("check").hasPrefix("warning: visit  it is marked as confirmed, but no claim supports it"))
        #expect(try engine.run("check").hasSuffix("(confirmed)\n1 warning\n"))
        #expect(try engine.run("show duplicates") == "no duplicates\n")
    }

    @Test("a session that is opened has the findings that it had when it was made, and those of what came since")
    func opened() throws {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        let commands = [
            "add source s1 tlp=red published=2024-10-20",
            "add claim c1 \"A\" source=s1 tlp=clear said=2024-10-22 grade=B1",
            "add entity a \"Kim\"", "add event e1 \"E\" status=confirmed", "save", "set s1 tlp=amber",
            "add entity b \"KIM\"",
            "add event e2 \"F\" status=confirmed",
        ]
        for command in commands { try engine.run(command) }
        let answer = try engine.run("check")
        try engine.run("save")
        try engine.engine.close()
        let again = try TestEngine(opening: "/work/a.json", on: disk.unlocked)
        #expect(try again.run("check") == answer)
        #expect(answer.hasSuffix("7 warnings, 2 hints\n"), "\(answer)")
        #expect(answer.contains("draws on s1, which is amber"))
    }

    @Test("a rule that reads quotes of one source goes through its text once, whatever the order of the quotes")
    func quotesInAnyOrder() throws {
        let text = (0..<300).map { "sentence \($0) 한글;" }.joined(separator: " ")
        let engine = try TestEngine(files: ["a.txt": text], setting: ["add source s1 file=a.txt"])
        for number in (0..<300).reversed() { try engine.run("add claim source=s1 quote=\"sentence \(number) 한글;\"") }
        #expect(try engine.run("check quotes") == "nothing found: quotes\n")
    }
}

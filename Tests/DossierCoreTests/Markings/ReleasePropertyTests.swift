import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierStorage
@testable import DossierText

/// Whatever is exported up to a label, in every format of the table: no word of a record above it.
@Suite("what goes out up to a label") struct ReleasePropertyTests {
    /// What a command writes, and what is said beside it.
    private func output(of command: String, _ engine: TestEngine) throws -> (text: String, beside: String) {
        var (text, beside) = ("", "")
        try engine.engine.run(SourceText(command)) { reply in
            for case .document(let document) in reply.answer.blocks { text += document }
            beside += reply.notices.joined(separator: "\n") + reply.answer.json.text
        }
        for path in engine.disk.paths where path.hasPrefix("/work/out") {
            text += String(decoding: engine.disk[path] ?? [], as: UTF8.self)
            engine.disk[path] = nil
        }
        return (text, beside)
    }

    /// Where a format is written that standard output does not take.
    private func target(_ format: ExporterDefinition) -> String {
        switch format.target {
        case .text, .textOrFolder: ""
        case .folder: " to out/"
        case .bytes: " to out.bin"
        }
    }

    /// Every export that there is: formats whole, of each kind, of each view, and as of days.
    private func commands(_ format: ExporterDefinition, _ ids: [String]) -> [String] {
        var subjects = ["", "as-of 1012", "as-of 1020"]
        if !format.wholeOnly {
            subjects += Kind.listed.map(\.plural) + ["kind:event or kind:link as-of 1025"]
            subjects += ids.prefix(2).map { "linked:\($0)" }
        }
        if format.takesTables {
            for view in ViewTable.all.map({ $0.definition }) {
                switch view.name {
                case "path": subjects += zip(ids, ids.dropFirst()).map { "path \($0) to \($1)" }
                case "date": subjects.append("date 2024")
                default: subjects += view.takesReferences ? ids.map { "\(view.name) \($0)" } : [view.name]
                }
            }
        }
        return subjects.map { "export \(format.name) \($0)\(target(format))" }
    }

    private func expectNoSecret(
        of marked: MarkedSession, upTo limit: Marking, in text: String, _ markings: [Identifier: Marking],
        _ command: String
    ) {
        for (id, words) in marked.secrets where markings[id].map({ $0 > limit }) ?? false {
            for word in words where text.utf8Contains(word) {
                Issue.record("'\(word)' of \(id), which is \(markings[id]?.description ?? ""), in: \(command)")
            }
        }
        if limit < .red { #expect(!text.utf8Contains(MarkedSession.unknownSecret), "\(command)") }
    }

    @Test("no byte of an export is of a record above its label, nor of what is said beside it", arguments: Seeds.few)
    func secrets(seed: UInt64) throws {
        let marked = MarkedSession(seed: seed)
        let markings = marked.markings
        var random = SplitMix64(seed: seed)
        let engine = TestEngine(holding: marked.session)
        for limit in [Marking.green, Marking.allCases.randomElement(using: &random) ?? .clear] {
            let ids = marked.session.records.map(\.id.text).shuffled(using: &random).prefix(3)
            for format in ExporterTable.all.map({ $0.definition }) {
                for command in commands(format, Array(ids)).map({ $0 + " tlp=\(limit)" }) {
                    // A record that is held back is not there for the command.
                    guard let (text, beside) = try? output(of: command, engine) else {
                        #expect(ids.contains { command.contains($0) }, "\(command)")
                        continue
                    }
                    expectNoSecret(of: marked, upTo: limit, in: text + beside, markings, command)
                }
            }
        }
    }

    @Test(
        "what is at or below the label, and names nothing above it, goes out whole; what goes out has no loose ends",
        arguments: Seeds.some)
    func completeness(seed: UInt64) throws {
        let marked = MarkedSession(seed: seed)
        let markings = marked.markings
        for limit in Marking.allCases {
            let released = Release(of: marked.session, upTo: limit).session
            func isAbove(_ id: Identifier) -> Bool { markings[id].map { $0 > limit } ?? false }
            let held = marked.session.records.filter { released[$0.id] == nil }
            for record in marked.session.records {
                let isUnnamed = released.referrers(of: record.id).allSatisfy { $0.id == record.id }
                let isOfHeld = held.contains { $0.id != record.id && $0.mentions.contains(record.id) }
                if isAbove(record.id) {
                    #expect(released[record.id] == nil, "\(record.id) at \(limit)")
                } else if released[record.id] == nil {
                    #expect(
                        [.entity, .source].contains(record.kind) && isUnnamed && isOfHeld, "\(record.id) at \(limit)")
                } else if [.entity, .source].contains(record.kind), isUnnamed {
                    #expect(!isOfHeld, "\(record.id) at \(limit)")
                }
                let mayBeTrimmed = record.entries.contains { entry in
                    if case .unknown = entry.content { return limit < .red }
                    return entry.name == .merged || !(record.quote?.unknownMembers.isEmpty ?? true)
                }
                if let new = released[record.id], !mayBeTrimmed, !record.mentions.contains(where: isAbove) {
                    #expect(new == record, "\(record.id) at \(limit)")
                }
            }
            for record in released.records {
                for name in record.mentions { #expect(released[name] != nil, "\(record.id) names \(name) at \(limit)") }
                if record.kind == .link { #expect(!record[.from].isEmpty && !record[.to].isEmpty) }
            }
        }
    }

    @Test("up to red everything goes out, as without a label", arguments: Seeds.few)
    func everything(seed: UInt64) throws {
        let engine = TestEngine(holding: MarkedSession(seed: seed).session)
        let session = engine.session
        for exporter in ExporterTable.all {
            let request = ExportRequest(
                session: session, content: .session(Array(session.records)), settings: [],
                isFolder: exporter.definition.target == .folder, times: RecordTimes(of: session, log: []))
            let text =
                switch try exporter.init(request).export().content {
                case .text(let text): text
                case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
                case .folder(let files): files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
                }
            let command = "export \(exporter.name) tlp=red\(target(exporter.definition))"
            #expect(try output(of: command, engine).text == text, "\(exporter.name)")
        }
    }

    @Test("a script of what may go out makes that again", arguments: Seeds.few)
    func scripts(seed: UInt64) throws {
        let engine = TestEngine(holding: MarkedSession(seed: seed).session)
        for limit in Marking.allCases where limit < .red {
            let again = try TestEngine()
            try again.run(output(of: "export script tlp=\(limit)", engine).text)
            #expect(
                try output(of: "export json tlp=red", again).text
                    == output(of: "export json tlp=\(limit)", engine).text,
                "\(limit)")
        }
    }

    @Test("how strict records are is told alike of all, of one, and in the plainest way", arguments: Seeds.some)
    func strictness(seed: UInt64) throws {
        let marked = MarkedSession(seed: seed)
        let plain = marked.markings
        let bytes = StateBytes(SessionFile.bytes(of: marked.session))
        let saved = Session(try #require(SavedRecords(bytes)))
        for session in [marked.session, saved] {
            let markings = Markings(session)
            for record in session.records {
                #expect(markings[record.id] == plain[record.id], "\(record.id)")
                #expect(session.marking(of: record) == plain[record.id], "\(record.id)")
            }
        }
    }
}

import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierModel
@testable import DossierStorage

@Suite("Entries of the log that are scanned") struct LogEntryScanningTests {
    private func general(_ bytes: [UInt8]) -> LogEntry? {
        (try? JSONReader.read(bytes, limits: .log, duplicateKeys: .refused))?.object.flatMap {
            try? LogLine.entry(of: $0)
        }
    }

    private func scanned(_ bytes: [UInt8]) -> LogEntry? { bytes.withUnsafeBufferPointer { LogEntry(scanning: $0) } }

    /// All that an entry says, as a text.
    private func told(_ entry: LogEntry?) -> String {
        guard let entry else { return "none" }
        var writer = JSONWriter(style: .dense)
        writer.write(entry, stamp: JSONWriter.members(at: entry.at, by: entry.by))
        return writer.text
    }

    private func log(_ seed: UInt64) throws -> [LogLine] {
        let engine = try TestEngine()
        var filled = FilledNotebook(seed: seed, engine)
        try filled.fill(60)
        for command in [
            "undo 3", "redo 2", "undo", "undo", "redo", "add event e900 \"Late\"", "drop e900", "undo", "redo",
        ] {
            _ = try? engine.run(command)
        }
        return try engine.engine.journal.whole().lines
    }

    @Test("what is scanned is what the general reader reads, whatever bytes are changed", arguments: Seeds.few)
    func agrees(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var sorts: Set<LogEntry.Sort> = []
        for line in try log(seed) {
            let bytes = Array(line.bytes)
            if let scanned = scanned(bytes) {
                sorts.insert(scanned.action.sort)
                #expect(told(scanned) == told(general(bytes)), "seed \(seed)")
            }
            for _ in 0..<20 {
                let changed = bytes.damaged(using: &random)
                guard let scanned = scanned(changed) else { continue }
                #expect(
                    told(scanned) == told(general(changed)),
                    "\(String(decoding: changed, as: UTF8.self)), seed \(seed)")
            }
        }
        #expect(sorts == [.command, .undo, .redo], "seed \(seed)")
    }

    @Test("an entry in another form is left to the general reader")
    func unusual() {
        let rest = #""previous":"","hash":"0"}"#
        let put = #"[{"put":{"kind": "event", "id": "e1", "title": "a"}}]"#
        let usual = #"{"entry":1,"at":"a","by":"b","command":"c","changes":\#(put),\#(rest)"#
        #expect(scanned(Array(usual.utf8)) != nil)
        for (old, new) in [
            ("\"kind\": \"event\", ", ""), ("\"entry\":1,", ""), ("\"command\"", "\"did\""), ("\"at\":\"a\",", ""),
            ("\"put\"", "\"set\""), (put, "[{}]"), (put, "{}"), ("\"title\": \"a\"", "\"x.own\": \"a\""),
            ("\"hash\":\"0\"", "\"hash\":\"0\",\"more\":1"), ("}]", ",\"after\":5}]"), ("}]", "},5]"),
        ] {
            let other = usual.replacing(old, with: new, maxReplacements: 1)
            #expect(other != usual)
            #expect(scanned(Array(other.utf8)) == nil, "\(other)")
        }
    }
}

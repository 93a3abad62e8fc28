import TestSupport
import Testing

@testable import DossierModel

@Suite("Records that are scanned")
struct RecordScanningTests {
    private func general(_ kind: Kind, _ bytes: [UInt8]) -> Record? {
        (try? JSONReader.read(bytes, duplicateKeys: .refused)).flatMap { try? Record(kind, json: $0) }
    }

    private func scanned(_ kind: Kind, _ bytes: [UInt8]) -> Record? {
        bytes.withUnsafeBufferPointer { Record(kind, scanning: $0) }
    }

    @Test("what is scanned is what the general reader reads, whatever bytes are changed", arguments: Seeds.few)
    func agrees(seed: UInt64) throws {
        var filled = FilledNotebook(seed: seed, try TestEngine())
        try filled.fill(80)
        var random = SplitMix64(seed: seed)
        var count = 0
        for record in filled.engine.session.records {
            let bytes = Array(record.json().text.utf8)
            if let scanned = scanned(record.kind, bytes) {
                count += 1
                #expect(Record.areAlike(scanned, record), "\(record.json().text), seed \(seed)")
            }
            for _ in 0..<40 {
                let changed = bytes.damaged(using: &random)
                guard let scanned = scanned(record.kind, changed) else { continue }
                let wanted = general(record.kind, changed)
                #expect(Record.areAlike(scanned, wanted), "\(String(decoding: changed, as: UTF8.self)), seed \(seed)")
            }
        }
        #expect(count > 10, "seed \(seed)")
    }

    @Test(
        "a record with anything else in it is left to the general reader",
        arguments: [
            #"{"title": "a", "id": "e1"}"#, #"{"id": "e1", "title": ""}"#, #"{"id": "e1", "title": 5}"#,
            #"{"id": "e1", "x.own": "a"}"#, #"{"id": "e1", "later": "a"}"#, #"{"id": "e1", "actor": []}"#,
            #"{"id": "c1", "title": "a"}"#, #"{"id": "e1", "when": "2024", "title": "a"}"#, #"{"id": "e1"} {}"#,
            #"{"id": "e1", "title": ["a"]}"#, #"{"id": "e1", "title": "a", "title": "b"}"#,
        ])
    func unusual(text: String) { #expect(scanned(.event, Array(text.utf8)) == nil) }
}

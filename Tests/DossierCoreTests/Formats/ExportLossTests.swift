import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierText
@testable import DossierTime

/// Nothing that a format cannot carry is unsaid.
@Suite("What an export says of what it loses") struct ExportLossTests {
    /// The formats for whose output this suite can tell what is in it.
    static let formats = ["geojson", "timelinejs", "ics", "annotations", "ftm"]

    /// An export of some records.
    private func export(_ format: String, _ records: [Record], of session: Session, isWhole: Bool = false) throws
        -> (text: String, losses: [JSONObject])
    {
        let exporter = try #require(ExporterTable.exporter(named: format))
        let request = ExportRequest(
            session: session, content: isWhole ? .session(records) : .records(records, nil), settings: [],
            times: RecordTimes(of: session, log: []))
        let made = try exporter.init(request).export()
        guard case .text(let text) = made.content else {
            Issue.record("\(format) is no text")
            return ("", [])
        }
        return (text, made.losses.json.object?["losses"]?.array?.compactMap(\.object) ?? [])
    }

    /// Whether a value of a record can be read in an export.
    private func holds(_ text: ExportedText, _ value: FieldValue, of session: Session) -> Bool {
        switch value {
        case .reference(let id):
            let record = session[id]
            let uuid = LastingIdentifiers(of: session.header).uuid(of: id).description
            return [record?.title ?? id.text, uuid, record?.text(.url), record?.title.asName].contains {
                $0.map(text.contains) ?? false
            }
        case .when(let when): return text.contains(when.text) || text.contains(when.reading)
        case .quantity(let quantity): return text.contains(quantity.text) || text.contains(quantity.reading)
        case .likelihood(let likelihood): return text.contains(likelihood.text) || text.contains(likelihood.reading)
        case .coordinates(let point): return text.contains("\(point.north)") && text.contains("\(point.east)")
        default: return text.contains(value.typed)
        }
    }

    private func check(_ record: Record, in format: String, of session: Session, _ remark: String) throws {
        // What a record names goes with it, so that formats that need its event or its ends have them.
        let others = record.mentions.compactMap { session[$0] }.filter { $0.kind != record.kind }
        let made = try export(format, [record] + others, of: session)
        let ofKind = made.losses.filter { $0["kind"]?.string == record.kind.rawValue }
        if ofKind.contains(where: { $0["manner"]?.string == "left out" }) { return }
        let said = Set(ofKind.compactMap { $0["field"]?.string })
        let text = try ExportedText(made.text, of: format)
        for entry in record.entries where !said.contains(entry.name.text) {
            guard case .values(let values) = entry.content else {
                Issue.record("\(entry.name) of \(record.id), which this version does not know, \(format), \(remark)")
                continue
            }
            for value in values where !holds(text, value, of: session) {
                // The schema of an entity says its type.
                let isSchema = entry.name == .type && FTMSchema(of: record).type?.rawValue == value.typed
                if format == "ftm", isSchema, text.contains(FTMSchema(of: record).rawValue) { continue }
                // A link is as strict as its ends too, and says the strictest.
                let label = record.kind == .link ? "TLP:" : "TLP:" + value.typed.uppercased()
                if format == "ftm", entry.name == .tlp, text.contains(label) { continue }
                // What cannot be seen is not there for FollowTheMoney, and said of the whole.
                if format == "ftm", value.typed.asName == nil { continue }
                Issue.record("\(entry.name) of \(record.id), \(value.typed.debugDescription), \(format), \(remark)")
            }
        }
    }

    @Test(
        "each field of each record is in the export or in the report",
        arguments: ExportLossTests.formats, Seeds.few)
    func fields(format: String, seed: UInt64) throws {
        var filled = FilledNotebook(seed: seed, try TestEngine())
        try filled.fill(120)
        for session in [filled.engine.session, MarkedSession(seed: seed).session] {
            for record in session.records { try check(record, in: format, of: session, "seed \(seed)") }
        }
    }

    @Test(
        "what is left out of a whole session is counted, and its own fields are in the export or in the report",
        arguments: ExportLossTests.formats, Seeds.few)
    func whole(format: String, seed: UInt64) throws {
        let session = MarkedSession(seed: seed).session
        let made = try export(format, Array(session.records), of: session, isWhole: true)
        let text = try ExportedText(made.text, of: format)
        let said = Set(made.losses.filter { $0["kind"]?.string == "session" }.compactMap { $0["field"]?.string })
        for entry in session.header.entries where !said.contains(entry.name.text) {
            for value in session.header[entry.name] {
                // The label is the strictest of all that is written, in letters as the Traffic Light Protocol has them.
                let label = entry.name == .tlp ? Markings(session).strictest?.description : nil
                let typed = label ?? value.typed
                let isThere = text.contains(typed) || text.contains(typed.uppercased())
                #expect(isThere, "\(entry.name), \(format)")
            }
        }
        for loss in made.losses where loss["manner"]?.string == "left out" {
            let kind = try #require(Kind(rawValue: loss["kind"]?.string ?? ""))
            #expect(try #require(loss["count"]?.integer) <= session.count(of: kind))
        }
    }

    @Test("an empty session and records without dates are written too", arguments: ExportLossTests.formats)
    func little(format: String) throws {
        for setting in [[], ["add event e1 \"Raid\" place=\"Gate\""], ["add source s1"], ["add note n1 -- Why?"]] {
            let session = try TestEngine(setting: setting).session
            let made = try export(format, Array(session.records), of: session, isWhole: true)
            _ = try ExportedText(made.text, of: format)
        }
    }

    @Test("ten thousand records are written", arguments: ExportLossTests.formats)
    func many(format: String) throws {
        var session = Session()
        var place = Record(.entity, Identifier(known: "gate"))
        place[.name] = [.text("Gate")]
        place[.coordinates] = [.coordinates(try Coordinates("-90,180"))]
        session.apply(.put(place))
        let day = try When("2024-03-04")
        for number in 1..<10_000 {
            var event = Record(.event, Identifier(known: "e\(number)"))
            event[.title] = [.text("Raid \(number)")]
            event[.when] = [.when(day)]
            event[.place] = [.reference(place.id)]
            session.apply(.put(event))
        }
        let made = try export(format, Array(session.records), of: session, isWhole: true)
        if format == "annotations" {
            // An event has no words of a source.
            #expect(made.losses.contains { $0["manner"]?.string == "left out" && $0["count"]?.integer == 9_999 })
            return
        }
        #expect(made.losses.allSatisfy { $0["kind"]?.string != "event" || $0["manner"]?.string == "in words only" })
        #expect(try ExportedText(made.text, of: format).contains("Raid 9999"))
    }
}

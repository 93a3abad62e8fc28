import DossierAnalysis
import DossierModel
import DossierTime

/// A script that makes the session again, byte for byte.
///
/// Records come kind by kind in their order. A field that names a record which comes later is set at the end, so that each
/// command stands on what is there already.
package struct ScriptExporter: Exporter {
    private let request: ExportRequest

    package static let name = "script"

    /// The format as data.
    package static let definition = ExporterDefinition(
        name, "commands that rebuild the session, byte for byte; with tlp=, only what the label allows",
        wholeOnly: true, ending: "dossier",
        examples: [
            Example(
                "the whole session", "export script",
                answer: #"""
                    add source s1 "Seoul protests" published=2024-10-22 text="Rutte said that it \"represents a significant escalation\"."
                    add entity nis "National Intelligence Service" type=organization alias=NIS
                    add entity north-korea "North Korea"
                    add entity seoul "Seoul" type=place
                    add entity mark-rutte "Mark Rutte"
                    add event e1 2024-10-08/2024-10-13 "First contingent arrives" actor=north-korea quantity="~1500 soldiers" #troops
                    add event e2 2024-10-21 "Seoul summons the ambassador" place=seoul status=confirmed #diplomacy
                    add claim c1 "It is a significant escalation" speaker=mark-rutte about=e1 stance=condemns source=s1
                    """#)
        ])

    /// Takes the request.
    package init(_ request: ExportRequest) { self.request = request }

    /// Writes the commands.
    package func export() -> Exported { Exported(.text(text())) }

    /// The commands, one a line.
    package func text() -> String {
        var lines: [String] = []
        var unknown: [String] = []
        let header = fields(of: request.session.header, without: [])
        if !header.isEmpty { lines.append("set session " + header.joined(separator: " ")) }
        var made: Set<Identifier> = []
        var first: [Identifier] = []
        var deferred: [String] = []
        for kind in Kind.listed {
            let records = request.session.records(of: kind)
            for record in request.steps(records, of: request.session.count(of: kind)) {
                let late = record.entries.map(\.name).filter { isLate($0, of: record, made) }
                lines.append(command(for: record, late: late, standIns: first))
                made.insert(record.id)
                if first.count < 2 { first.append(record.id) }
                if !late.isEmpty {
                    deferred.append(
                        "set \(record.id) " + late.map { assignment($0, of: record) }.joined(separator: " "))
                }
                unknown += record.entries.compactMap { entry in
                    if case .unknown = entry.content {
                        return "# \(record.id): the field '\(entry.name)' cannot be typed and is not in this script"
                    }
                    return nil
                }
            }
        }
        let body = lines + deferred + unknown
        return body.map { $0 + "\n" }.joined()
    }

    /// Whether a field names a record that is made later. A quote waits for the targets of its note.
    private func isLate(_ name: FieldName, of record: Record, _ made: Set<Identifier>) -> Bool {
        let ends: [FieldName] = [.from, .relation, .to]
        if record.kind == .link, ends.contains(name) { return ends.contains { isUnmade($0, of: record, made) } }
        if name == .quote, record.kind == .note { return isLate(.target, of: record, made) }
        return isUnmade(name, of: record, made)
    }

    private func isUnmade(_ name: FieldName, of record: Record, _ made: Set<Identifier>) -> Bool {
        record.references(name).contains { !made.contains($0) }
    }

    /// A link between records of which one comes later is made between two that stand in for them until the end.
    private func link(_ record: Record, late: [FieldName], standIns: [Identifier]) -> String {
        var ends = record.references(.from).prefix(1) + record.references(.to).prefix(1)
        var relation = record.text(.relation) ?? ""
        if late.contains(.relation), standIns.count == 2 {
            ends = standIns[...]
            relation = Relation.Shipped.sameAs.rawValue
        }
        let words = ["link", ends.first?.text ?? "", relation, ends.last?.text ?? "", "id=\(record.id)"]
        return (words + fields(of: record, without: late + [.from, .relation, .to])).joined(separator: " ")
    }

    private func command(for record: Record, late: [FieldName], standIns: [Identifier]) -> String {
        if record.kind == .link { return link(record, late: late, standIns: standIns) }
        // An id that reads as a time would be taken for one.
        let id = (try? When(record.id.text)) == nil ? record.id.text : "id=\(record.id)"
        var words = ["add", record.kind.rawValue, id]
        var taken = late
        if let when = record.when(.when), record.kind == .event, when.text.utf8.first != UInt8(ascii: "-") {
            words.append(when.text)
            taken.append(.when)
        }
        if let title = record.text(record.kind.titleField), !(record.kind == .note && title.utf8.contains(0x0A)) {
            words.append(ScriptText.quoted(title))
            taken.append(record.kind.titleField)
        }
        words += fields(of: record, without: taken)
        if record.kind == .note, record[.type].isEmpty { words.append("type=") }
        if record.kind == .source, record[.text].isEmpty, !record[.file].isEmpty { words.append("text=") }
        return words.joined(separator: " ")
    }

    private func fields(of record: Record, without taken: [FieldName]) -> [String] {
        record.entries.compactMap { entry in
            let isMade = entry.name == .digest && !record[.text].isEmpty
            guard case .values = entry.content, !taken.contains(entry.name), !isMade else { return nil }
            return assignment(entry.name, of: record)
        }
    }

    private func assignment(_ name: FieldName, of record: Record) -> String {
        let values = record[name]
        if name == .tags { return values.map { "#" + $0.typed }.joined(separator: " ") }
        return values.map { value in
            if case .quote(let quote) = value { return self.quote(quote) }
            return "\(name)=" + ScriptText.word(value)
        }.joined(separator: " ")
    }

    /// The words, and which of them where they stand more than once.
    private func quote(_ quote: TextQuoteSelector) -> String {
        let words = "quote=" + ScriptText.quoted(quote.exact)
        guard let position = quote.position, let text = request.session[quote.source]?.text(.text) else { return words }
        let found = TextQuoteSelector.occurrences(of: quote.exact, in: text)
        guard found.count > 1, let index = found.firstIndex(of: position) else { return words }
        return words + " occurrence=\(index + 1)"
    }
}

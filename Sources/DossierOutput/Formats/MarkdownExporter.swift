import DossierAnalysis
import DossierModel
import DossierTime

/// A report in Markdown: what is known, from whom, in which words.
package struct MarkdownExporter: Exporter {
    private let request: ExportRequest
    private var session: Session { request.session }

    package static let name = "markdown"

    /// The format as data.
    package static let definition = ExporterDefinition(
        name, "a report for people: events, claims with their words, notes, links, sources",
        takesTables: true, ending: "md",
        examples: [
            Example(
                "a report", "export markdown e2",
                answer: ##"""
                    # Session

                    ## Events

                    - **21 October 2024** Seoul summons the ambassador (e2); place: Seoul; status: confirmed \#diplomacy
                    """##),
            Example(
                "the table of a view", "export markdown central",
                answer: """
                    | id | kind | degree | between | share | title |
                    | --- | --- | --- | --- | --- | --- |
                    | c1 | claim | 3 | 5.00 | 24% | It is a significant escalation |
                    | e1 | event | 2 | 3.00 | 14% | First contingent arrives |
                    | s1 | source | 1 | 0.00 | 0% | Seoul protests |
                    | north-korea | entity | 1 | 0.00 | 0% | North Korea |
                    | seoul | entity | 1 | 0.00 | 0% | Seoul |
                    | mark-rutte | entity | 1 | 0.00 | 0% | Mark Rutte |
                    | e2 | event | 1 | 0.00 | 0% | Seoul summons the ambassador |
                    | nis | entity | 0 | 0.00 | 0% | National Intelligence Service |

                    8 records; betweenness over pairs of records (Brandes 2001)
                    """),
        ])

    /// Takes the request.
    package init(_ request: ExportRequest) { self.request = request }

    /// Writes the report.
    package func export() -> Exported { Exported(.text(text())) }

    private func text() -> String {
        if case .value(let value) = request.content { return MarkdownText.text(of: value) }
        var parts = ["# " + MarkdownText.escaped(session.header.text(.title) ?? "Session") + "\n"]
        if let marking = request.marking(withTitle: true) {
            parts.append("TLP:\(marking.description.uppercased())\n")
        }
        let events = records(.event).sorted { left, right in
            guard let mine = left.when(.when) else { return false }
            guard let theirs = right.when(.when) else { return true }
            return When.inOrder(mine, theirs)
        }
        section("Events", events, into: &parts, event)
        section("Claims", records(.claim), into: &parts, claim)
        section("Notes", records(.note), into: &parts, note)
        section("Links", records(.link), into: &parts, link)
        section("Entities", records(.entity), into: &parts, entity)
        section("Sources", records(.source), into: &parts, source)
        return parts.joined(separator: "\n")
    }

    private func records(_ kind: Kind) -> [Record] { request.records.filter { $0.kind == kind } }

    private func section(_ title: String, _ records: [Record], into parts: inout [String], _ line: (Record) -> String) {
        if records.isEmpty { return }
        parts.append("## \(title)\n")
        parts.append(request.steps(records, of: records.count).map { MarkdownText.item(line($0)) }.joined())
    }

    private func event(_ event: Record) -> String {
        var text = event.when(.when).map { "**\(MarkdownText.escaped($0.reading))** " } ?? ""
        text += named(event)
        text += details(event, [.type, .actor, .target, .place, .quantity, .status, .source])
        return text + words(of: event)
    }

    private func claim(_ claim: Record) -> String {
        let speakers = claim.references(.speaker).map { name(of: $0) }.joined(separator: ", ")
        var text = speakers.isEmpty ? "" : "**\(speakers)** "
        if let stance = claim.text(.stance) { text += MarkdownText.escaped(stance) + ": " }
        text += named(claim)
        text += details(claim, [.said, .about, .when, .quantity, .grade, .likelihood, .source])
        return text + words(of: claim)
    }

    /// The text of a record and its tags, and the words of a source as a block of their own: pandoc begins one behind an empty
    /// line only, and a line under it would be a part of it.
    private func words(of record: Record) -> String {
        let text = record.kind == .note ? nil : record.text(.text).map(MarkdownText.escaped)
        guard let quote = record.quote else { return (text.map { "\n  " + $0 } ?? "") + tags(record) }
        let block = "\n\n  > " + MarkdownText.escaped(quote.exact) + " (\(name(of: quote.source)))"
        return tags(record) + block + (text.map { "\n\n  " + $0 } ?? "")
    }

    private func note(_ note: Record) -> String {
        var text = "**\(MarkdownText.escaped(note.text(.type) ?? "comment"))** " + named(note)
        text += details(note, [.target, .likelihood, .confidence, .due, .outcome, .resolved])
        return text + words(of: note)
    }

    private func link(_ link: Record) -> String {
        let ends = [link.references(.from), link.references(.to)].map { $0.first.map { name(of: $0) } ?? "?" }
        var text = "\(ends[0]) **\(MarkdownText.escaped(link.text(.relation) ?? ""))** \(ends[1])"
        text += " (\(MarkdownText.escaped(link.id.text)))" + details(link, [.when, .strength, .grade, .source])
        if let words = link.text(.text) { text += ": " + MarkdownText.escaped(words) }
        return text + tags(link)
    }

    private func entity(_ entity: Record) -> String {
        named(entity) + details(entity, [.type, .alias, .role, .country, .coordinates]) + tags(entity)
    }

    private func source(_ source: Record) -> String {
        named(source)
            + details(
                source,
                [
                    .publisher, .author, .url, .published, .retrieved, .zone, .language, .reliability, .derived, .file,
                    .digest,
                ])
            + tags(source)
    }

    private func named(_ record: Record) -> String {
        let title = record.title == record.id.text ? "" : MarkdownText.escaped(record.title) + " "
        return title.isEmpty
            ? MarkdownText.escaped("(\(record.id))") : title + "(\(MarkdownText.escaped(record.id.text)))"
    }

    private func name(of id: Identifier) -> String {
        guard let record = session[id] else { return MarkdownText.escaped(id.text) }
        if record.kind == .note || record.kind == .link { return MarkdownText.escaped(id.text) }
        return MarkdownText.escaped(record.title)
    }

    private func details(_ record: Record, _ fields: [FieldName]) -> String {
        let shown = fields.compactMap { field -> String? in
            let values = record[field]
            if values.isEmpty { return nil }
            let texts = values.map { value in
                switch value {
                case .reference(let id): return name(of: id)
                case .when(let when): return MarkdownText.escaped(when.reading)
                case .quantity(let quantity): return MarkdownText.escaped(quantity.reading)
                case .text(let text) where field == .url: return MarkdownText.address(text)
                default: return MarkdownText.escaped(value.typed)
                }
            }
            return "\(field): " + texts.joined(separator: ", ")
        }
        return shown.isEmpty ? "" : "; " + shown.joined(separator: "; ")
    }

    private func tags(_ record: Record) -> String {
        record.texts(.tags).map { " \\#" + MarkdownText.escaped($0) }.joined()
    }
}

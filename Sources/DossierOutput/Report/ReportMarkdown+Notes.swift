import DossierModel
import DossierTime

extension ReportMarkdown {
    /// Conclusions, expectations, explanations and gaps.
    mutating func writeNotes(_ contents: ReportContents) {
        writeSection("Judgements", contents.judgements.map(ReportMarkdown.conclusion))
        writeSection("Forecasts", contents.forecasts.map(ReportMarkdown.conclusion))
        writeSection("Hypotheses and assumptions", contents.hypotheses.map(ReportMarkdown.typed))
        writeSection("Gaps and questions", contents.gaps.map(ReportMarkdown.typed))
    }

    /// A judgement or a forecast with its likelihood, its confidence and its grounds.
    private static func conclusion(_ note: ReportNote) -> Item {
        var (line, blocks) = words(of: note)
        var sentences = note.sentences.map { escaped($0) }
        if let due = reading(note.due) { sentences.append("Due: \(due).") }
        if let outcome = outcome(note.outcome, known: note.resolved) { sentences.append("Outcome: \(outcome).") }
        if !sentences.isEmpty { blocks.append(sentences.joined(separator: " ")) }
        if !note.targets.isEmpty {
            blocks.append("It rests on: " + note.targets.map { escaped($0) }.joined(separator: "; "))
        }
        line += citations(note.sources) + tags(note.tags)
        return Item(line: line, blocks: blocks)
    }

    /// A note that says what it is: `Gap: …`.
    private static func typed(_ note: ReportNote) -> Item {
        var item = comment(note)
        item.line = strong(note.type.capitalised, else: "Note") + ": " + item.line
        return item
    }

    /// A note, and below it what it is on.
    static func comment(_ note: ReportNote) -> Item {
        let (line, blocks) = words(of: note)
        let details = ReportMarkdown.details([
            ("on", escaped(note.targets)), ("likelihood", note.likelihood.map { escaped($0.reading) }),
            ("confidence", note.confidence?.rawValue), ("due", reading(note.due)),
            ("outcome", outcome(note.outcome, known: note.resolved)),
        ])
        return Item(
            line: line + citations(note.sources) + tags(note.tags),
            blocks: blocks + (details.isEmpty ? [] : [details.joined(separator: "; ").capitalised]))
    }

    /// The first paragraph of a note, then the others and the words that it is on.
    private static func words(of note: ReportNote) -> (line: String, blocks: [String]) {
        let paragraphs = note.text.map { ReportMarkdown.paragraphs($0) } ?? []
        let quote = note.quote.map { [ReportMarkdown.quote($0)] } ?? []
        return (paragraphs.first ?? escaped(note.id.text), Array(paragraphs.dropFirst()) + quote)
    }

    static func relation(_ relation: ReportRelation) -> Item {
        let details = ReportMarkdown.details([
            ("time", reading(relation.when)), ("strength", relation.strength.map { escaped($0) }),
            ("grade", reading(relation.grade)),
        ])
        let line =
            [
                escaped(relation.from, else: "?"), strong(relation.relation, else: "?"),
                escaped(relation.to, else: "?"),
            ].joined(separator: " ") + (details.isEmpty ? "" : " (\(details.joined(separator: "; ")))")
        let words = relation.text.map { ReportMarkdown.paragraphs($0).joined(separator: " ") } ?? ""
        return Item(
            line: line + (words.isEmpty ? "" : ": " + words) + citations(relation.sources) + tags(relation.tags))
    }

    static func entity(_ entity: ReportEntity) -> Item {
        let line =
            strong(entity.name, else: entity.id.text) + (entity.type.map { " (\(escaped($0)))" } ?? "")
            + beside([
                ("role", escaped(entity.roles)), ("also known as", escaped(entity.aliases)),
                ("country", escaped(entity.countries)), ("coordinates", entity.coordinates.map { escaped($0) }),
            ])
        return Item(line: line + tags(entity.tags), blocks: entity.text.map(paragraphs) ?? [])
    }

    static func source(_ source: ReportSource) -> Item {
        let line =
            anchor(source.number) + escaped(source.title, else: source.id.text)
            + beside([
                ("by", escaped(source.authors)), ("publisher", source.publisher.map { escaped($0) }),
                ("published", reading(source.published)), ("address", source.url.map { MarkdownText.address($0) }),
                ("read", reading(source.retrieved)), ("language", source.language.map { escaped($0) }),
                ("reliability", source.reliability.map { "\($0.rawValue) (\($0.meaning))" }),
                ("draws on", String(citations(source.derived).dropFirst())),
                ("file", source.file.map { escaped($0) }),
            ])
        return Item(line: line + tags(source.tags))
    }
}

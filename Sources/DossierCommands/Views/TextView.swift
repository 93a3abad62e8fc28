import DossierAnalysis
import DossierLanguage
import DossierModel

/// `show text REF`: the text of a source with the words marked that claims and notes quote.
package struct TextView: View {
    private let references: [ReferenceExpression]

    package static let name = "text"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, usage: "REF", "a source's text, with the words marked that claims and notes quote",
        takesReferences: true, kinds: [.source],
        examples: [
            Example(
                "a source's text", "show text s1", answer: #"Rutte said that it "represents a significant escalation"."#
            )
        ])

    /// Reads the source.
    package init(_ request: ViewRequest) throws(Diagnostic) { references = try request.references() }

    /// Marks the quotes.
    package func evaluate(in context: Context) throws(Diagnostic) -> Answer {
        let ids = try ReferenceResolver(context: context).resolve(references, in: Draft(context))
        var blocks: [Block] = []
        var json: [JSONValue] = []
        for id in ids {
            guard let source = context.session[id], source.kind == .source else {
                throw .notASource(id, at: references[0].place)
            }
            guard let text = source.text(.text) else { throw .sourceWithoutText(id, at: references[0].place) }
            let quotes = quotes(of: id, in: context.session)
            if !blocks.isEmpty { blocks.append(.line("")) }
            blocks += paragraphs(of: text, quotes)
            json.append(
                .object([
                    "id": .string(id.text), "text": .string(text),
                    "quotes": .array(
                        quotes.map { quote in
                            .object([
                                "by": .string(quote.by.text), "start": .number(JSONNumber(quote.range.lowerBound)),
                                "end": .number(JSONNumber(quote.range.upperBound)),
                            ])
                        }),
                ]))
        }
        return Answer(blocks, json: json.count == 1 ? json[0] : .array(json), selection: ids)
    }

    private struct Quote {
        let range: Range<Int>
        let by: Identifier
    }

    private func quotes(of source: Identifier, in session: Session) -> [Quote] {
        let quotes = session.referrers(of: source).compactMap { record -> Quote? in
            guard let quote = record.quote, quote.source == source, let position = quote.position else { return nil }
            return Quote(range: position, by: record.id)
        }
        return quotes.sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.by) < ($1.range.lowerBound, $1.range.upperBound, $1.by)
        }
    }

    /// The lines of the text; quoted words stand in brackets, with the id of who quotes them behind, so that they show without colour too.
    private func paragraphs(of text: String, _ quotes: [Quote]) -> [Block] {
        let scalars = Array(text.unicodeScalars)
        var cuts: Set<Int> = [0, scalars.count]
        for quote in quotes {
            cuts.formUnion([min(quote.range.lowerBound, scalars.count), min(quote.range.upperBound, scalars.count)])
        }
        for (index, scalar) in scalars.enumerated() where scalar == "\n" { cuts.formUnion([index, index + 1]) }
        let sorted = cuts.sorted()
        var line = StyledText()
        var blocks: [Block] = []
        for (start, end) in zip(sorted, sorted.dropFirst()) {
            if scalars[start] == "\n" {
                blocks.append(.prose(line, indent: 0))
                line = StyledText()
                continue
            }
            let opening = quotes.count { $0.range.lowerBound == start }
            line += StyledText(String(repeating: "[", count: opening), .identifier)
            var piece = String.UnicodeScalarView()
            piece.append(contentsOf: scalars[start..<end])
            let isQuoted = quotes.contains { $0.range.lowerBound <= start && $0.range.upperBound >= end }
            line += StyledText(String(piece), isQuoted ? .quote : .plain)
            for quote in quotes where quote.range.upperBound == end {
                line += StyledText("]\(quote.by.text)", .identifier)
            }
        }
        if !line.isEmpty || blocks.isEmpty { blocks.append(.prose(line, indent: 0)) }
        return blocks
    }
}

extension Diagnostic {
    fileprivate static func notASource(_ id: Identifier, at place: Place) -> Diagnostic {
        Diagnostic(
            .notASource, "'\(id)' is not a source", at: place, expectation: "a source: 'show sources' lists them")
    }

    fileprivate static func sourceWithoutText(_ id: Identifier, at place: Place) -> Diagnostic {
        Diagnostic(
            .sourceWithoutText, "'\(id)' has no text", at: place,
            notes: ["add one with 'set \(id) file=PATH' or text=\"…\""])
    }
}

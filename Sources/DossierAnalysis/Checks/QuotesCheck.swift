import DossierModel

/// Every quote still stands in its source, word for word, where it was found.
package struct QuotesCheck: Check {
    private let session: Session
    private var quotes: [(record: Identifier, quote: TextQuoteSelector)] = []

    package static let name = "quotes"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .error, of: [.claim, .note], reading: [.quote], "every quote matches the text of its source",
        details:
            "A quote is a W3C TextQuoteSelector with a position in code points. The text at that position must be the quoted words, letter for letter.",
        example: CheckExample(
            .file([
                "\"sources\": [{\"id\": \"s1\", \"text\": \"They have arrived.\", \"sha256\": \"\(Digest.of("They have arrived."))\"}]",
                #""claims": [{"id": "c1", "source": ["s1"], "quote": {"exact": "arrived", "start": 0, "end": 7, "source": "s1"}}]"#,
            ]),
            finds: ["c1  its quote is no longer at its position in s1; the words are now at 10"],
            remedy: ["set c1 quote=arrived"]))

    /// Begins.
    package init(_ scope: CheckScope) { session = scope.session }

    /// Keeps a record's quote.
    package mutating func findings(of record: Record) -> [Finding] {
        if let quote = record.quote { quotes.append((record.id, quote)) }
        return []
    }

    /// Holds the quotes of each source against its text, which is gone through once.
    package mutating func findings() -> [Finding] {
        var findings: [(index: Int, finding: Finding)] = []
        for (source, indices) in Dictionary(grouping: quotes.indices, by: { quotes[$0].quote.source }) {
            let problems = QuotesCheck.problems(
                indices.map { quotes[$0].quote }, of: source, session[source].map { $0.text(.text) })
            for (index, problem) in zip(indices, problems) {
                guard let problem else { continue }
                findings.append((index, Finding(quotes[index].record, problem, others: [source])))
            }
        }
        return findings.sorted { $0.index < $1.index }.map(\.finding)
    }

    /// What is wrong with the quotes of a source; the text is nil where the source has none, or is not there.
    private static func problems(_ quotes: [TextQuoteSelector], of source: Identifier, _ text: String??) -> [String?] {
        guard let text else { return quotes.map { _ in "it quotes \(source), which does not exist" } }
        guard let text else {
            return quotes.map { $0.position == nil ? nil : "it quotes \(source), which no longer has a text" }
        }
        let standing = TextQuoteSelector.standing(quotes, in: text)
        return zip(quotes, standing).map { quote, stands in
            if quote.position != nil, stands { return nil }
            let moved = TextQuoteSelector.occurrences(of: quote.exact, in: text)
            if quote.position == nil, !moved.isEmpty { return nil }
            let hint = moved.first.map { "; the words are now at \($0.lowerBound)" } ?? ""
            return "its quote is no longer at its position in \(source)\(hint)"
        }
    }
}

extension TextQuoteSelector {
    /// Whether each of several quotes stands where it says; the text is gone through once, whatever their number.
    fileprivate static func standing(_ quotes: [TextQuoteSelector], in text: String) -> [Bool] {
        let scalars = text.unicodeScalars
        var standing = [Bool](repeating: false, count: quotes.count)
        var (place, index) = (0, scalars.startIndex)
        let order = quotes.indices.sorted { quotes[$0].start < quotes[$1].start }
        for quote in order where quotes[quote].position != nil {
            let distance = quotes[quote].start - place
            guard let start = scalars.index(index, offsetBy: distance, limitedBy: scalars.endIndex) else { continue }
            (place, index) = (quotes[quote].start, start)
            let exact = quotes[quote].exact.unicodeScalars
            standing[quote] = exact.count == quotes[quote].position?.count && scalars[start...].starts(with: exact)
        }
        return standing
    }

    private var start: Int { position?.lowerBound ?? 0 }
}

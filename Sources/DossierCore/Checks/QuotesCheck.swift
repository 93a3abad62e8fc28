/// Every quote still stands in its source, word for word, where it was found.
public struct QuotesCheck: Check {
    /// The rule as data.
    public static let definition = CheckDefinition(
        name: "quotes", severity: .error, summary: "every quote still stands in the text of its source")

    /// Looks every quote up.
    public static func findings(in session: Session) -> [Finding] {
        session.records.compactMap { record in
            guard let quote = record.quote else { return nil }
            guard let source = session[quote.source] else {
                return Finding(record: record.id, text: "it quotes \(quote.source), which is not there")
            }
            guard let text = source.text(.text) else {
                return quote.position == nil
                    ? nil : Finding(record: record.id, text: "it quotes \(source.id), whose text is gone")
            }
            if quote.position != nil, quote.stands(in: text) { return nil }
            let moved = TextQuoteSelector.occurrences(of: quote.exact, in: text)
            if quote.position == nil, !moved.isEmpty { return nil }
            let hint = moved.first.map { "; the words stand at \($0.lowerBound) now" } ?? ""
            return Finding(
                record: record.id, text: "its quote does not stand in \(source.id) where it was found\(hint)")
        }
    }
}

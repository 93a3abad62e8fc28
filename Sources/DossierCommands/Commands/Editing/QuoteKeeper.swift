import DossierAnalysis
import DossierLanguage
import DossierModel

/// Keeps quotes standing when a source's text, or the sources of a record, change.
///
/// The words of a quote are looked up anew in the sources as they would be; a change that would leave them nowhere is refused.
struct QuoteKeeper {
    let context: Context

    /// Anchors the quotes anew that rest on records which the draft changes.
    ///
    /// - Throws: a diagnostic where a quote would stand nowhere.
    func keep(_ draft: inout Draft, at place: Place) throws(Diagnostic) {
        var affected: [Identifier] = []
        var seen: Set<Identifier> = []
        var frontier = draft.changes.filter { touchesQuotes($0) }.compactMap(\.id)
        for _ in 0..<3 {
            var next: [Identifier] = []
            for id in frontier where seen.insert(id).inserted {
                affected.append(id)
                next += context.session.referrers(of: id).map(\.id)
            }
            frontier = next
        }
        for id in affected {
            guard var record = draft[id], var quote = record.quote else { continue }
            let unknownMembers = quote.unknownMembers
            quote.unknownMembers = []
            quote = try anchor(quote, of: record, in: draft, at: place)
            quote.unknownMembers = unknownMembers
            record[.quote] = [.quote(quote)]
            draft.put(record)
        }
    }

    private func touchesQuotes(_ change: Change) -> Bool {
        [FieldName.text, .source, .target, .digest].contains { change.old?[$0] != change.new?[$0] }
    }

    private func anchor(
        _ quote: TextQuoteSelector, of record: Record, in draft: Draft, at place: Place
    ) throws(Diagnostic) -> TextQuoteSelector {
        let sources =
            record.kind == .note
            ? QuoteFinder.sources(ofTargets: record.references(.target), in: draft) : record.references(.source)
        guard let first = sources.first else { throw .quoteWouldFall(record, quote, at: place) }
        let texts = sources.compactMap { id in draft[id]?.text(.text).map { (id, $0) } }
        if texts.isEmpty { return TextQuoteSelector(source: first, exact: quote.exact) }
        for (id, text) in texts {
            let found = TextQuoteSelector.occurrences(of: quote.exact, in: text).map {
                TextQuoteSelector(source: id, of: text, at: $0)
            }
            if found.isEmpty { continue }
            if let same = found.first(where: { $0 == quote }) ?? (found.count == 1 ? found[0] : nil) { return same }
            let alike = found.filter { $0.prefix == quote.prefix && $0.suffix == quote.suffix }
            if alike.count == 1 { return alike[0] }
            break
        }
        throw .quoteWouldFall(record, quote, at: place)
    }
}

extension Diagnostic {
    fileprivate static func quoteWouldFall(_ record: Record, _ quote: TextQuoteSelector, at place: Place) -> Diagnostic
    {
        Diagnostic(
            .quoteWouldFall, "the quote of '\(record.id)' would no longer match its source", at: place,
            notes: [
                "it quotes “\(quote.exact.firstLine)” from \(quote.source); change or clear the quote first: 'set \(record.id) quote='"
            ])
    }
}

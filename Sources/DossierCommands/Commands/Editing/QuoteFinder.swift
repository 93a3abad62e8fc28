import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierText

/// Finds quoted words in the texts of sources.
struct QuoteFinder {
    let sources: [Identifier]
    let draft: Draft

    /// The sources whose words a note on these records may quote: the sources among them, and those that the others rest on.
    static func sources(ofTargets targets: [Identifier], in draft: Draft) -> [Identifier] {
        var sources: [Identifier] = []
        for target in targets {
            guard let record = draft[target] else { continue }
            let own = record.kind == .source ? [target] : record.references(.source)
            sources += own.filter { !sources.contains($0) }
        }
        return sources
    }

    /// The selector of the words.
    ///
    /// - Throws: a diagnostic where they stand in no source, or more than once and none is chosen.
    func find(_ words: Token, occurrence: Token?) throws(Diagnostic) -> TextQuoteSelector {
        guard let first = sources.first else { throw .quoteWithoutSource(words) }
        let texts = sources.compactMap { id in (draft[id]?.text(.text)).map { (id, $0) } }
        guard !texts.isEmpty else { return TextQuoteSelector(source: first, exact: words.text) }
        for (id, text) in texts {
            let found = QuoteFinder.occurrences(of: words.text, in: text)
            guard !found.isEmpty else { continue }
            let index = try choose(occurrence, among: found, of: words, in: id, text)
            return TextQuoteSelector(source: id, of: text, at: found[index])
        }
        throw .quoteNotFound(words, in: texts.map(\.0), nearest: nearest(to: words.text, in: texts.map(\.1)))
    }

    /// Where the words stand; where they do not, curly and straight quotation marks are taken for one.
    private static func occurrences(of words: String, in text: String) -> [Range<Int>] {
        let found = TextQuoteSelector.occurrences(of: words, in: text)
        if !found.isEmpty { return found }
        return TextQuoteSelector.occurrences(
            of: FoldedText.withStraightQuotationMarks(words), in: FoldedText.withStraightQuotationMarks(text))
    }

    private func choose(
        _ occurrence: Token?, among found: [Range<Int>], of words: Token, in id: Identifier, _ text: String
    ) throws(Diagnostic) -> Int {
        guard let occurrence else {
            if found.count == 1 { return 0 }
            let contexts = found.prefix(9).map { TextQuoteSelector(source: id, of: text, at: $0) }
            throw .quoteAmbiguous(words, in: id, contexts, count: found.count)
        }
        guard let number = Int(occurrence.text), found.indices.contains(number - 1) else {
            throw .noSuchOccurrence(occurrence, in: id, count: found.count)
        }
        return number - 1
    }

    /// The words as a source has them where only case, form, white space or quotation marks differ.
    private func nearest(to words: String, in texts: [String]) -> String? {
        let wanted = LooseText(words).scalars
        guard !wanted.isEmpty else { return nil }
        for text in texts {
            let loose = LooseText(text)
            if let range = loose.range(of: wanted) { return String(text[range]) }
        }
        return nil
    }
}

/// A text folded, white space made one space, with the place of each scalar in the text that it comes from.
private struct LooseText {
    private(set) var scalars: [Unicode.Scalar] = []
    private var places: [Range<String.Index>] = []

    init(_ text: String) {
        let view = text.unicodeScalars
        var index = view.startIndex
        while index < view.endIndex {
            let next = view.index(after: index)
            let isAlone = view[index].isASCII && (next == view.endIndex || view[next].isASCII)
            // Letters with their marks are folded together; ASCII before ASCII has none.
            let end = isAlone ? next : max(next, text.index(after: index))
            for scalar in FoldedText.of(String(view[index..<end])).unicodeScalars { append(scalar, index..<end) }
            index = end
        }
        while scalars.last == " " {
            scalars.removeLast()
            places.removeLast()
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar, _ place: Range<String.Index>) {
        let isSpace = scalar.properties.isWhitespace
        if isSpace, scalars.last.map({ $0 == " " }) ?? true { return }
        scalars.append(isSpace ? " " : scalar)
        places.append(place)
    }

    /// Where the text stands from which folded scalars come.
    func range(of wanted: [Unicode.Scalar]) -> Range<String.Index>? {
        guard scalars.count >= wanted.count else { return nil }
        for start in 0...(scalars.count - wanted.count) where scalars[start] == wanted[0] {
            let end = start + wanted.count
            if scalars[start..<end].elementsEqual(wanted) {
                return places[start].lowerBound..<places[end - 1].upperBound
            }
        }
        return nil
    }
}

extension Diagnostic {
    fileprivate static func quoteWithoutSource(_ words: Token) -> Diagnostic {
        Diagnostic(
            .quoteWithoutSource, "a quote needs the source that it is from", at: words.place,
            expectation: "source=s1 in the same command")
    }

    fileprivate static func quoteNotFound(_ words: Token, in sources: [Identifier], nearest: String?) -> Diagnostic {
        Diagnostic(
            .quoteNotFound, "these words do not occur in \(sources.map(\.text).joined(separator: ", "))",
            at: words.place,
            suggestion: nearest, notes: nearest == nil ? ["'show text \(sources[0])' shows its text"] : [])
    }

    fileprivate static func quoteAmbiguous(
        _ words: Token, in id: Identifier, _ contexts: [TextQuoteSelector], count: Int
    ) -> Diagnostic {
        Diagnostic(
            .quoteAmbiguous, "these words occur \(count) times in \(id)", at: words.place,
            expectation: "more of the words around them, or occurrence=1 to occurrence=\(count)",
            notes: contexts.enumerated().map { number, quote in
                "\(number + 1): …\(quote.prefix.oneLine)[\(quote.exact.oneLine)]\(quote.suffix.oneLine)…"
            })
    }

    fileprivate static func noSuchOccurrence(_ token: Token, in id: Identifier, count: Int) -> Diagnostic {
        Diagnostic(
            .noSuchOccurrence, "there is no occurrence '\(token.text)' in \(id)", at: token.place,
            expectation: count == 1 ? "1" : "a number from 1 to \(count)")
    }
}

extension String {
    /// The text with spaces in the place of line ends.
    fileprivate var oneLine: String { String(map { $0.isNewline ? " " : $0 }) }
}

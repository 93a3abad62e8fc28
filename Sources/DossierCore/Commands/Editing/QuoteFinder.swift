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
            let found = TextQuoteSelector.occurrences(of: words.text, in: text)
            guard !found.isEmpty else { continue }
            let index = try choose(occurrence, among: found, of: words, in: id, text)
            return TextQuoteSelector(source: id, of: text, at: found[index])
        }
        throw .quoteNotFound(words, in: texts.map(\.0), nearest: nearest(to: words.text, in: texts.map(\.1)))
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

    /// The words as a source has them where only case, width, white space or the form of quotation marks differ.
    private func nearest(to words: String, in texts: [String]) -> String? {
        let wanted = QuoteFinder.loose(words).map(\.scalar)
        guard !wanted.isEmpty else { return nil }
        for text in texts {
            let loose = QuoteFinder.loose(text)
            let scalars = loose.map(\.scalar)
            guard scalars.count >= wanted.count else { continue }
            for start in 0...(scalars.count - wanted.count) where scalars[start] == wanted[0] {
                if scalars[start..<(start + wanted.count)].elementsEqual(wanted) {
                    let view = text.unicodeScalars
                    return String(view[loose[start].index...loose[start + wanted.count - 1].index])
                }
            }
        }
        return nil
    }

    private static func loose(_ text: String) -> [(scalar: Unicode.Scalar, index: String.Index)] {
        var result: [(scalar: Unicode.Scalar, index: String.Index)] = []
        for index in text.unicodeScalars.indices {
            for scalar in FoldedText.of(String(text.unicodeScalars[index])).unicodeScalars {
                let isSpace = scalar.properties.isWhitespace
                if isSpace, result.last.map({ $0.scalar == " " }) ?? true { continue }
                result.append((isSpace ? " " : scalar, index))
            }
        }
        while result.last?.scalar == " " { result.removeLast() }
        return result
    }
}

extension Diagnostic {
    fileprivate static func quoteWithoutSource(_ words: Token) -> Diagnostic {
        Diagnostic(
            .quoteWithoutSource, "a quote needs the source that it stands in", at: words.place,
            expectation: "source=s1 beside it")
    }

    fileprivate static func quoteNotFound(_ words: Token, in sources: [Identifier], nearest: String?) -> Diagnostic {
        Diagnostic(
            .quoteNotFound, "these words do not stand in \(sources.map(\.text).joined(separator: ", "))",
            at: words.place,
            suggestion: nearest, notes: nearest == nil ? ["'show text \(sources[0])' shows its text"] : [])
    }

    fileprivate static func quoteAmbiguous(
        _ words: Token, in id: Identifier, _ contexts: [TextQuoteSelector], count: Int
    ) -> Diagnostic {
        Diagnostic(
            .quoteAmbiguous, "these words stand \(count) times in \(id)", at: words.place,
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

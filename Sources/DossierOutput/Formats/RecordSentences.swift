import DossierAnalysis
import DossierModel
import DossierTime

extension RecordWords {
    /// A claim in sentences: who says what, in which words, and how far it can be trusted.
    ///
    /// - Parameter hasQuote: whether its words in the source are among them.
    func sentences(ofClaim claim: Record, hasQuote: Bool = true) -> String {
        let speakers = names(.speaker, of: claim).joined(separator: ", ")
        let said = claim.when(.said).map { " (said \($0.reading))" } ?? ""
        let lead = (speakers.isEmpty ? "Somebody" : speakers) + " " + (claim.text(.stance) ?? Stance.unstated) + said
        var sentences = [claim.text(.title).map { lead + ": " + $0 } ?? lead]
        sentences += claim.texts(.text)
        sentences += named([.when, .quantity, .likelihood], of: claim)
        if hasQuote, let quote = claim.quote {
            sentences.append("Words: “\(quote.exact)” (\(origin(of: quote.source)))")
        }
        sentences += named([.grade, .outcome, .resolved], of: claim)
        return sentences.asProse
    }

    /// A note in sentences.
    func sentences(ofNote note: Record, hasQuote: Bool = true) -> String {
        var sentences = note.texts(.text) + JudgementSentences.of(note)
        if hasQuote, let quote = note.quote {
            sentences.append("Words: “\(quote.exact)” (\(origin(of: quote.source)))")
        }
        sentences += named([.due, .outcome, .resolved], of: note)
        return sentences.asProse
    }

    /// Fields with their names: `Quantity: about 250 crates`.
    func named(_ fields: [FieldName], of record: Record) -> [String] {
        fields.compactMap { field in
            let values = record[field].map { reading(of: $0) }
            if values.isEmpty { return nil }
            return field.label + ": " + values.joined(separator: "; ")
        }
    }

    /// What a source is called beside words of it: who published it, and when.
    func origin(of id: Identifier) -> String {
        guard let source = session[id] else { return id.text }
        let parts = [source.text(.publisher) ?? source.title, source.when(.published)?.reading]
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    /// Who published a source, and when, behind its title.
    func details(ofSource source: Record) -> [String] {
        [source.text(.publisher), source.when(.published)?.reading].compactMap(\.self)
    }

    private func reading(of value: FieldValue) -> String {
        switch value {
        case .when(let when): when.reading
        case .quantity(let quantity): quantity.reading
        case .likelihood(let likelihood): likelihood.reading
        case .reference(let id): name(of: id)
        case .reliability(let letter): "\(letter.rawValue) (\(letter.meaning))"
        default: value.typed
        }
    }
}

extension FieldName {
    /// The name at the beginning of a line; `when` beside words is a time.
    fileprivate var label: String {
        if self == .when { return "Time" }
        return isCustom ? text : text.prefix(1).uppercased() + text.dropFirst()
    }
}

extension [String] {
    /// Sentences in a row, each ended.
    fileprivate var asProse: String {
        map { sentence in
            let isEnded = sentence.unicodeScalars.last.map { ".!?…".unicodeScalars.contains($0) } ?? false
            return isEnded ? sentence : sentence + "."
        }.joined(separator: " ")
    }
}

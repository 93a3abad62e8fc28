import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierText
import DossierTime

/// Which entries of the log are asked for; all of its parts must hold.
struct LogFilter: Sendable {
    /// Records, one of which the entry changes.
    let references: [ReferenceExpression]
    /// Words that stand in the command, folded.
    let words: [String]
    let author: String?
    let since: When?
    let until: When?
    let verb: String?

    /// The first words of what stands in a log, with what they do.
    static let verbs: Vocabulary = Vocabulary(
        "verb of the log",
        [
            "add": "records were made", "link": "records were linked", "annotate": "notes were made on records",
            "merge": "records were merged", "set": "fields were changed", "drop": "records were dropped",
            "undo": "steps were undone",
            "redo": "steps were redone", "replay": "a script was run", "saved": "the state was saved",
            "outside": "a change of the file by another program was accepted",
            "folded": "entries were folded by 'dossier compact'",
        ])

    /// Whether every entry holds.
    var isEmpty: Bool {
        references.isEmpty && words.isEmpty && author == nil && since == nil && until == nil && verb == nil
    }

    /// The records that are asked for, those included that were dropped or undone.
    ///
    /// - Parameter entries: the log, which knows ids that are free again.
    func records(in context: Context, among entries: [LogEntry]) throws(Diagnostic) -> Set<Identifier> {
        var records: Set<Identifier> = []
        for reference in references {
            if case .word(let word) = reference.form {
                records.formUnion(try named(word, at: reference.place, in: context, entries))
            } else {
                records.formUnion(try ReferenceResolver(context: context).resolve(reference, in: Draft(context)))
            }
        }
        return records
    }

    private func named(
        _ word: String, at place: Place, in context: Context, _ entries: [LogEntry]
    ) throws(Diagnostic) -> [Identifier] {
        let id = Identifier(known: word)
        if context.session.wasGiven(id) { return [id] }
        let resolver = ReferenceResolver(context: context)
        let draft = Draft(context)
        if resolver.isUnknown(word, in: draft), entries.contains(where: { $0.changes.contains { $0.id == id } }) {
            return [id]
        }
        return [try resolver.named(word, at: place, in: draft)]
    }

    /// Whether an entry is one that is asked for; `records` are those of the references.
    func holds(_ entry: LogEntry, _ records: Set<Identifier>) -> Bool {
        if let author, entry.by != author { return false }
        if let verb, LogFilter.verb(of: entry) != verb { return false }
        if !words.isEmpty {
            let text = FoldedText.of(entry.summary)
            if !words.allSatisfy({ text.contains($0) }) { return false }
        }
        if !records.isEmpty, !entry.changes.contains(where: { $0.id.map(records.contains) ?? false }) { return false }
        return since == nil && until == nil ? true : isInTime(entry)
    }

    private func isInTime(_ entry: LogEntry) -> Bool {
        guard let at = try? When(entry.at), case .moment(let moment) = at.earliestInUTC else { return false }
        if case .moment(let first)? = since?.earliestInUTC, moment < first { return false }
        if case .moment(let last)? = until?.latestInUTC, moment > last { return false }
        return true
    }

    private static func verb(of entry: LogEntry) -> String? {
        switch entry.action {
        case .command(let text, _), .begin(let text): text.split(separator: " ", maxSplits: 1).first.map(String.init)
        case .undo: "undo"
        case .redo: "redo"
        case .outside: "outside"
        case .saved: "saved"
        case .base: "folded"
        case .end: nil
        }
    }
}

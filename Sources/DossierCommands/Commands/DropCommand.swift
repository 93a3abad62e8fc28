import DossierAnalysis
import DossierLanguage
import DossierModel

/// `drop`: takes records away. Their ids stay retired, and `undo` brings them back.
package struct DropCommand: Command {
    private let call: Call
    private let references: [ReferenceExpression]

    package static let name = "drop"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Removes records; 'undo' restores them.",
        Signature(
            [.init("REFERENCE", .reference, .oneOrMore, "the records")],
            options: [.init("with-links", "also drops the links of the records and the notes on them")]),
        examples: [
            Example(
                "a record that no other refers to", "drop e2",
                answer: "dropped e2  event  2024-10-21  Seoul summons the ambassador"),
            Example("a claim", "drop c1", answer: "dropped c1  claim  It is a significant escalation"),
        ],
        details: [
            "A record that others refer to cannot be dropped, and the answer names them. With --with-links its links and the notes on it "
                + "are dropped too; a record that names it in any other field must be changed or dropped first.",
            "The id of a dropped record is retired: no other record can have it. 'undo' restores the record under its id.",
        ])

    /// Reads the call.
    package init(_ call: Call) throws(Diagnostic) {
        self.call = call
        references = try ReferenceParser.parse(call.arguments[...])
    }

    /// Drops the records.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        var draft = Draft(context)
        let targets = try ReferenceResolver(context: context).resolve(references, in: draft)
        if targets.contains(.session) { throw .sessionIsNoRecord(references, call) }
        var doomed: [Identifier] = []
        var isDoomed: Set<Identifier> = []
        for target in targets where isDoomed.insert(target).inserted { doomed.append(target) }
        var index = 0
        var kept: [Identifier: Record] = [:]
        while call.has("with-links"), index < doomed.count {
            for referrer in context.session.referrers(of: doomed[index]) where !isDoomed.contains(referrer.id) {
                if goesAlong(referrer, with: isDoomed) {
                    isDoomed.insert(referrer.id)
                    doomed.append(referrer.id)
                } else if referrer.kind == .note {
                    kept[referrer.id] = referrer
                }
            }
            index += 1
        }
        for (id, note) in kept.sorted(by: { $0.key < $1.key }) where !isDoomed.contains(id) {
            var note = note
            note[.target] = note[.target].filter { value in
                if case .reference(let target) = value { return !isDoomed.contains(target) }
                return true
            }
            draft.put(note)
        }
        try checkReferrers(of: doomed, isDoomed, in: draft)
        for id in doomed { draft.drop(id) }
        try QuoteKeeper(context: context).keep(&draft, at: call.place)
        return Outcome(changes: draft.changes, answer: ChangeReport(draft, selection: []).answer)
    }

    /// A link goes with its ends; a note with the last of its targets, or with the source that it quotes.
    private func goesAlong(_ record: Record, with doomed: Set<Identifier>) -> Bool {
        switch record.kind {
        case .link: true
        case .note:
            record.references(.target).allSatisfy { doomed.contains($0) }
                || record.quote.map { doomed.contains($0.source) } ?? false
        default: false
        }
    }

    private func checkReferrers(of doomed: [Identifier], _ isDoomed: Set<Identifier>, in draft: Draft)
        throws(Diagnostic)
    {
        for id in doomed {
            let staying = draft.session.referrers(of: id).compactMap { draft[$0.id] }.filter { record in
                !isDoomed.contains(record.id) && record.mentions.contains(id)
            }
            if !staying.isEmpty {
                throw .referredTo(id, by: staying, withLinks: call.has("with-links"), at: call.place)
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func referredTo(
        _ id: Identifier, by records: [Record], withLinks: Bool, at place: Place
    ) -> Diagnostic {
        var notes = records.prefix(12).map { record in
            "\(record.id) (\(record.kind.rawValue)) names it as \(record.fields(naming: id).map { "'\($0)'" }.joined(separator: ", "))"
        }
        if records.count > 12 { notes.append("and \(records.count - 12) more") }
        let links = records.count { $0.kind == .link || $0.kind == .note }
        if !withLinks, links > 0 { notes.append("--with-links also drops its links and the notes on it") }
        if links < records.count {
            notes.append("a record that names it in another field must be changed or dropped first")
        }
        let count = records.count == 1 ? "1 record refers" : "\(records.count) records refer"
        return Diagnostic(.referredTo, "\(count) to '\(id)'", at: place, notes: notes)
    }
}

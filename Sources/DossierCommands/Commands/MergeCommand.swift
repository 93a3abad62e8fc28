import DossierAnalysis
import DossierLanguage
import DossierModel

/// `merge`: makes one record of several that are the same.
package struct MergeCommand: Command {
    private let call: Call
    private let references: [ReferenceExpression]
    /// The record that stays; nil where a merge is taken back.
    private let target: [ReferenceExpression]?

    package static let name = "merge"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Merges records of one kind that are the same thing into one, or undoes a merge.",
        Signature(
            [
                .init("REFERENCE", .reference, .oneOrMore, "the records that go"),
                .init("into REFERENCE", .word(["into"]), .optional, "the record that stays"),
            ],
            options: [.init("undo", "undoes one merge, even after other work: merge --undo REFERENCE")]),
        examples: [
            Example(
                "one record into another", "merge north-korea into nis",
                answer: """
                    merged north-korea  entity  North Korea
                      into nis  organization  National Intelligence Service
                      joined  alias: North Korea
                      moved   1 event (e1)
                    """),
            Example(
                "several at once", "merge seoul,north-korea into nis",
                answer: """
                    merged seoul  place  Seoul
                    merged north-korea  entity  North Korea
                      into nis  organization  National Intelligence Service
                      joined       alias: Seoul; alias: North Korea
                      kept beside  type: place
                      moved        2 events (e2, e1)
                    """),
            Example(
                "two events that are the same", "merge e2 into e1",
                answer: """
                    merged e2  event  2024-10-21  Seoul summons the ambassador
                      into e1  event  2024-10-08/2024-10-13  First contingent arrives
                      joined       place: seoul; status: confirmed; tags: diplomacy
                      kept beside  title: Seoul summons the ambassador; when: 2024-10-21
                    """),
        ],
        details: [
            "The remaining record keeps its values. Names become aliases; lists are joined, each value once; a field that it "
                + "lacks is filled; the stricter of two TLP labels applies, even if it is inherited ('help markings'). The field 'merged' lists all values of the other record as they would be "
                + "typed, so you can see which value came from which record.",
            "Records that named the other now name the remaining one; quotes from it are searched for in the remaining text, and if one does "
                + "not occur there, nothing is merged. A link that repeats another is dropped, and so is one that would join the "
                + "record to itself.",
            "'undo' directly afterwards undoes the merge. 'merge --undo REFERENCE', with the id of either record, also undoes it after "
                + "other work, if each field that it changed still has the value from the merge; otherwise an error names the field and the "
                + "entry of the log that changed it.",
        ])

    /// Reads the call.
    package init(_ call: Call) throws(Diagnostic) {
        self.call = call
        let arguments = call.arguments[...]
        guard !call.has("undo") else {
            references = try ReferenceParser.parse(arguments)
            target = nil
            return
        }
        guard let into = arguments.lastIndex(where: { $0.isWord("into") }) else {
            throw .missingWord("into REFERENCE", after: arguments.last ?? call.verb)
        }
        references = try ReferenceParser.parse(arguments[..<into])
        target = try ReferenceParser.parse(arguments[(into + 1)...])
        if references.isEmpty { throw .missingWord("a record", after: call.verb) }
        if target?.isEmpty == true { throw .missingWord("a record", after: arguments[into]) }
    }

    /// Merges, or takes a merge back.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        guard let target else { return try takingBack(in: context) }
        let resolver = ReferenceResolver(context: context)
        let ids = try resolver.resolve(references, in: Draft(context))
        let targets = try resolver.resolve(target, in: Draft(context))
        guard let stays = targets.first, targets.count == 1 else { throw .severalTargets(target, targets) }
        guard let record = context.session[stays] else { throw resolver.unknown(stays.text, at: target[0].place) }
        let others = ids.compactMap { context.session[$0] }
        try check(others, record, in: context.session)
        var merge = Merge(into: stays, in: context, at: call.place)
        for id in ids { try merge.join(id) }
        try QuoteKeeper(context: context).keep(&merge.draft, at: call.place)
        let report = MergeReport(merge, others, merge.draft[stays] ?? record)
        return Outcome(changes: merge.draft.changes, answer: Answer(report, selection: [stays]))
    }

    private func check(_ others: [Record], _ record: Record, in session: Session) throws(Diagnostic) {
        for other in others {
            if other.id == record.id { throw .intoItself(record, at: call.place) }
            if other.kind != record.kind { throw .otherKind(other, record, at: call.place) }
            if other.kind == .link, !other.relates(as: record, in: session) {
                throw .otherRelation(other, record, at: call.place)
            }
        }
    }

    private func takingBack(in context: Context) throws(Diagnostic) -> Outcome {
        guard references.count == 1 else { throw .oneAtATime(call.place) }
        let undoing = MergeUndoing(context: context, place: call.place)
        let result = try undoing.result(of: references[0])
        let report = ChangeReport(returning: result.changes)
        let head = StyledText("taken back: ", .faint) + StyledText(result.entry.summary.firstLine)
        let back = result.changes.filter { $0.old == nil }.compactMap { $0.new?.id }
        return Outcome(
            changes: result.changes,
            answer: Answer(
                [.line(head)] + report.blocks,
                json: .object(["undone": .string(result.entry.summary), "changes": report.jsonOfChanges]),
                selection: back))
    }
}

extension Diagnostic {
    fileprivate static func severalTargets(_ target: [ReferenceExpression], _ ids: [Identifier]) -> Diagnostic {
        let place = target[0].place.through((target.last ?? target[0]).place)
        return Diagnostic(
            .cannotMerge, "records can be merged into only one record, not \(ids.count)", at: place,
            expectation: "one of " + NameList.text(of: ids))
    }

    fileprivate static func otherRelation(_ other: Record, _ record: Record, at place: Place) -> Diagnostic {
        Diagnostic(
            .cannotMerge, "'\(other.id)' and '\(record.id)' do not relate the same records in the same way", at: place,
            expectation: "links with the same ends and the same relation",
            notes: ["'set \(other.id) to=…' changes an end, 'drop \(other.id)' removes the link"])
    }

    fileprivate static func intoItself(_ record: Record, at place: Place) -> Diagnostic {
        Diagnostic(
            .cannotMerge, "'\(record.id)' cannot be merged into itself", at: place, expectation: "two different records"
        )
    }

    fileprivate static func otherKind(_ other: Record, _ record: Record, at place: Place) -> Diagnostic {
        Diagnostic(
            .cannotMerge,
            "'\(other.id)' is \(other.kind.withArticle), and '\(record.id)' is \(record.kind.withArticle)", at: place,
            expectation: "records of the same kind")
    }

    fileprivate static func oneAtATime(_ place: Place) -> Diagnostic {
        Diagnostic(
            .cannotMerge, "only one merge can be undone at a time", at: place, expectation: "merge --undo REFERENCE")
    }
}

extension Record {
    /// Whether two links relate the same records in the same way, whichever end is named first where that means nothing.
    fileprivate func relates(as other: Record, in session: Session) -> Bool {
        guard self[.relation] == other[.relation] else { return false }
        if self[.from] == other[.from], self[.to] == other[.to] { return true }
        let relation = session.relations.first { $0.name == text(.relation) }
        return relation?.isSymmetric == true && self[.from] == other[.to] && self[.to] == other[.from]
    }
}

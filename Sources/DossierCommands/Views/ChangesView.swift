import DossierAnalysis
import DossierLanguage
import DossierModel

/// `show changes REF`: what changed in a record, when, by which command, and which sources came in with it.
package struct ChangesView: View {
    private let name: Token
    private let filter: LogFilter
    private let limit: Int?

    package static let name = "changes"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, usage: "REF… [limit N] [by=WHO] [since=WHEN] [until=WHEN]",
        "what changed in a record, when, by which command, and which sources were added with it",
        settings: [
            FieldDefinition(FieldName("by"), .text, "changes by this author"),
            FieldDefinition(FieldName("since"), .when, "changes from this time on, UTC"),
            FieldDefinition(FieldName("until"), .when, "changes up to the end of this time, UTC"),
        ],
        takesReferences: true, reads: .log,
        examples: [
            Example(
                "from its making on", "show changes nis",
                answer: """
                    nis  organization  National Intelligence Service
                    2  2024-10-23T09:00:00Z  ana  add entity nis "National Intelligence Service" type=organization alias=NIS
                       made
                       name: National Intelligence Service
                       type: organization
                       alias: NIS
                    1 change
                    """),
            Example(
                "the last of a time", "show changes e1 since=2024-10 limit 1",
                answer: """
                    e1  event  2024-10-08/2024-10-13  First contingent arrives
                    3  2024-10-23T09:00:00Z  ana  add event e1 2024-10-08/2024-10-13 "First contingent arrives" actor="North Korea" quantity="~1500 soldiers" #troops
                       made
                       title: First contingent arrives
                       when: 2024-10-08/2024-10-13
                       actor: north-korea
                       quantity: ~1500 soldiers
                       tags: troops
                    1 change
                    """),
        ])

    /// Reads the records and the filters.
    package init(_ request: ViewRequest) throws(Diagnostic) {
        name = request.name
        var rest = request.arguments
        var references: [Token] = []
        var limit: Int?
        while let token = rest.popFirst() {
            if token.isWord("limit") {
                limit = try ViewRequest.count(&rest, after: token)
            } else {
                references.append(token)
            }
        }
        if references.isEmpty { throw .missingWord("a record", after: request.name) }
        self.limit = limit
        filter = LogFilter(
            references: try ReferenceParser.parse(Tokens(references)), words: [], author: request.value("by")?.text,
            since: try request.when("since"), until: try request.when("until"), verb: nil)
    }

    /// Tells the changes, the last at the bottom.
    package func evaluate(in context: Context) throws(Diagnostic) -> Answer {
        let entries = try context.log.steps(at: name.place)
        let ids = try filter.records(in: context, among: entries)
        let all = RecordChanges.steps(of: ids, in: entries) { filter.holds($0, ids) }
        let shown = limit.map { Array(all.suffix($0)) } ?? all
        let ordered = ids.sorted()
        var blocks = ordered.map { Block.line(heading(of: $0, in: context.session)) }
        if case .base? = entries.first?.action {
            blocks.append(
                .line(StyledText("\(entries[0].summary): earlier changes are not shown", .faint)))
        }
        for step in shown { blocks += step.blocks(in: context.session, naming: ids.count > 1) }
        let count = all.count == 1 ? "1 change" : "\(all.count) changes"
        let sum = all.isEmpty ? "no changes" : shown.count < all.count ? "\(shown.count) of \(count)" : count
        blocks.append(.line(StyledText(sum, .faint)))
        return Answer(blocks, json: .array(shown.map(\.json)), selection: ordered.filter { context.session[$0] != nil })
    }

    /// The record, or what became of one that does not stand.
    private func heading(of id: Identifier, in session: Session) -> StyledText {
        if let record = session[id] { return RecordLine.text(record) }
        let end =
            session.record(mergedFrom: id).map { "was merged into \($0.id)" }
            ?? (session.wasGiven(id) ? "does not exist now" : "was undone: the id is free")
        return StyledText(id.text, .identifier) + StyledText("  \(end)", .faint)
    }
}

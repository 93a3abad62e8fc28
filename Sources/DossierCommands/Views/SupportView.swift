import DossierAnalysis
import DossierLanguage
import DossierModel

/// `show support REF`: what stands for a record and against it, down to where it comes from.
package struct SupportView: View {
    private let references: [ReferenceExpression]
    private let depth: Int

    /// How many steps of the tree are drawn where nothing is said.
    private static let usualDepth = 8

    package static let name = "support"

    /// The view as data.
    package static let definition = ViewDefinition(
        name, usage: "REF [depth=N]",
        "the evidence for and against a record, from claims through speakers and sources to independent origins",
        settings: [FieldDefinition(FieldName("depth"), .text, "how many steps are drawn; 8 by default")],
        takesReferences: true,
        examples: [
            Example(
                "who says that it happened", "show support e1",
                answer: """
                    e1  event  2024-10-08/2024-10-13  First contingent arrives
                    for: nothing
                    against: nothing
                    beside it: 1 claim that presupposes it
                    └─ condemns ← c1  claim  It is a significant escalation
                       ├─ speaker → mark-rutte  entity  Mark Rutte
                       └─ source → s1  source  2024-10-22  Seoul protests
                    """)
        ])

    /// Reads the records and the depth.
    package init(_ request: ViewRequest) throws(Diagnostic) {
        references = try request.references()
        depth = try request.number("depth") ?? SupportView.usualDepth
    }

    /// Follows each record.
    package func evaluate(in context: Context) throws(Diagnostic) -> Answer {
        let ids = try ReferenceResolver(context: context).resolve(references, in: Draft(context))
        var blocks: [Block] = []
        var json: [JSONValue] = []
        for id in ids {
            guard let record = context.session[id] else { continue }
            if !blocks.isEmpty { blocks.append(.line("")) }
            let grounds = Ground.of(record, in: context.session)
            let support = Support(
                of: record, grounds, in: context.session, for: context.surroundings.watch)
            blocks += try self.blocks(of: record, grounds, support, context)
            json.append(SupportJSON(record, grounds, support).value)
        }
        return Answer(blocks, json: json.count == 1 ? json[0] : .array(json), selection: ids)
    }

    private func blocks(
        of record: Record, _ grounds: [Ground], _ support: Support, _ context: Context
    ) throws(Diagnostic) -> [Block] {
        let session = context.session
        let words = SupportWords(record, support, session)
        var blocks: [Block] = [.line(RecordLine.text(record))]
        var shown: Set<Identifier> = [record.id]
        blocks.append(.prose(words.standing, indent: 2))
        blocks += try tree(grounds.filter(\.isForIt), under: record.id, &shown, context)
        for (title, role) in [("against", Ground.Role.contradiction), ("limits it", .limit), ("beside it", .attitude)] {
            let own = grounds.filter { $0.role == role }
            guard let count = words.counted(own, title) else { continue }
            blocks.append(.prose(StyledText("\(title): ", .strong) + count, indent: 2))
            blocks += try tree(own, under: record.id, &shown, context)
        }
        return blocks + words.remarks.map { .prose(StyledText($0, .doubtful), indent: 2) }
    }

    /// A ground in its place in the tree, with the records above it.
    private struct Branch {
        let ground: Ground
        let above: [Identifier]
    }

    private func tree(
        _ grounds: [Ground], under root: Identifier, _ shown: inout Set<Identifier>, _ context: Context
    ) throws(Diagnostic) -> [Block] {
        let session = context.session
        var work = context.surroundings.work("drawing support", .records, of: 0, stride: 16)
        var seen = shown
        let blocks = try TreeLines.blocks(under: grounds.map { Branch(ground: $0, above: [root]) }) { branch in
            if !work.goesOn(at: seen.count) { return (StyledText(), []) }
            let ground = branch.ground
            let isOutward = [.speaker, .source, .derivation].contains(ground.role) || ground.reason == "rests on"
            var line = StyledText(ground.reason, .strong) + StyledText(isOutward ? " → " : " ← ")
            guard let record = session[ground.id] else {
                return (line + StyledText("\(ground.id)  missing", .bad), [])
            }
            var marks = StyledText(record.grade.map { "  \($0)" } ?? "", .strong)
            if branch.above.contains(ground.id) {
                marks += StyledText("  (circle)", .doubtful)
                return (line + RecordLine.text(record, marks: marks), [])
            }
            let isNew = seen.insert(ground.id).inserted
            let next = record.kind == .entity ? [] : Ground.of(record, in: session)
            let standing = next.filter { $0.isForIt && $0.role != .corroboration }
            let against = next.filter { $0.role == .contradiction && $0.id != root }.map(\.id.text)
            let isCut = isNew && !standing.isEmpty && branch.above.count >= depth
            if !isNew, !next.isEmpty { marks += StyledText("  (above)", .faint) }
            if isNew, !against.isEmpty {
                marks += StyledText("  (against it: \(against.joined(separator: ", ")))", .doubtful)
            }
            if isCut { marks += StyledText("  (depth=N shows more)", .faint) }
            line += RecordLine.text(record, marks: marks)
            if !isNew || isCut { return (line, []) }
            return (line, standing.map { Branch(ground: $0, above: branch.above + [ground.id]) })
        }
        shown = seen
        return blocks
    }
}

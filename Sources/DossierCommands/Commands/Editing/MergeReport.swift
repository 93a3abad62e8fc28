import DossierAnalysis
import DossierLanguage
import DossierModel

/// What `merge` says: what was joined, what was kept beside it, and what moved.
///
/// It holds nothing of the session, which a reply that somebody keeps would else hold as it was.
struct MergeReport: AnswerContent {
    let target: Record
    private let merged: [MergedRecord]
    private let others: [Record]
    private let moved: [(kind: Kind, id: Identifier)]
    private let twins: [(link: Identifier, other: Identifier)]
    private let loops: [Record]
    private let changes: ChangeReport

    init(_ merge: Merge, _ others: [Record], _ target: Record) {
        self.others = others
        self.target = target
        merged = merge.joined
        moved = merge.moved.compactMap { id in merge.draft[id].map { ($0.kind, id) } }
        twins = merge.twins
        loops = merge.loops
        changes = ChangeReport(merge.draft, selection: [target.id])
    }

    var blocks: [Block] {
        let head = others.map { Block.line(StyledText("merged ", .faint) + RecordLine.text($0)) }
        let into = Block.line(StyledText("  into ", .faint) + RecordLine.text(target))
        let labelled = fields.map { Block.Labelled(label: $0.label, text: StyledText($0.text)) }
        return head + [into] + (labelled.isEmpty ? [] : [.fields(labelled)])
    }

    var json: JSONValue {
        [
            "merged": .array(others.map { .string($0.id.text) }), "into": .string(target.id.text),
            "changes": changes.jsonOfChanges,
        ]
    }

    private var fields: [(label: String, text: String)] {
        var fields: [(label: String, text: String)] = []
        func add(_ label: String, _ parts: [String]) {
            if !parts.isEmpty { fields.append((label, parts.joined(separator: "; "))) }
        }
        add(
            "joined",
            merged.flatMap(\.gained).map { name, values in
                "\(name): "
                    + (name == .text && target.kind == .source
                        ? "its text" : values.map(\.typed).joined(separator: ", "))
            })
        add(
            "kept beside",
            merged.flatMap(\.kept).map { name, value in
                name == .text && target.kind == .source ? "its other text" : "\(name): \(value.typed.firstLine)"
            })
        add("moved", movedByKind)
        add(
            "links",
            twins.map { "\($0.link) repeats \($0.other)" }
                + loops.map { "\($0.id) would join \(target.id) to itself" })
        return fields
    }

    /// How many records of each kind name the target now, and which.
    private var movedByKind: [String] {
        Kind.listed.compactMap { kind in
            let ids = moved.filter { $0.kind == kind }.map(\.id)
            return ids.isEmpty ? nil : "\(kind.counted(ids.count)) (\(NameList.text(of: ids)))"
        }
    }
}

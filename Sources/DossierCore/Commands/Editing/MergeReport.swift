/// What `merge` says: what was joined, what was kept beside it, and what moved.
struct MergeReport: Answer {
    let target: Record
    private let merged: [MergedRecord]
    private let others: [Record]
    private let merge: Merge
    private let changes: ChangeReport

    init(_ merge: Merge, _ others: [Record], _ target: Record) {
        self.merge = merge
        self.others = others
        self.target = target
        merged = merge.joined
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
        add("moved", moved)
        add(
            "links",
            merge.twins.map { "\($0.link) says what \($0.other) says" }
                + merge.loops.map { "\($0.id) would join \(target.id) to itself" })
        return fields
    }

    /// How many records of each kind name the target now, and which.
    private var moved: [String] {
        Kind.listed.compactMap { kind in
            let ids = merge.moved.filter { merge.draft[$0]?.kind == kind }
            return ids.isEmpty ? nil : "\(kind.counted(ids.count)) (\(NameList.text(of: ids)))"
        }
    }
}

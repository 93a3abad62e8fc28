import DossierAnalysis
import DossierLanguage
import DossierModel

/// What `set REFERENCE id=NEW` says: the new id, and the records that name it now.
struct RenamingReport: AnswerContent {
    private let old: Identifier
    private let new: Record
    private let moved: [(kind: Kind, id: Identifier)]
    private let changes: ChangeReport

    init(_ old: Identifier, to new: Record, _ draft: Draft) {
        self.old = old
        self.new = new
        let touched = draft.changes.compactMap { $0.old != nil ? $0.new : nil }
        moved = touched.filter { $0.id != new.id && $0.mentions.contains(new.id) }.map { ($0.kind, $0.id) }
        changes = ChangeReport(draft, selection: [new.id])
    }

    var blocks: [Block] {
        let head = StyledText("renamed ", .faint) + StyledText(old.text, .identifier) + StyledText(" to ", .faint)
        let parts = Kind.listed.compactMap { kind -> String? in
            let ids = moved.filter { $0.kind == kind }.map(\.id)
            return ids.isEmpty ? nil : "\(kind.counted(ids.count)) (\(NameList.text(of: ids)))"
        }
        let named =
            parts.isEmpty
            ? [] : [Block.prose(StyledText("  named by " + parts.joined(separator: "; "), .faint), indent: 4)]
        return [.line(head + RecordLine.text(new))] + named
    }

    var json: JSONValue {
        ["renamed": .string(old.text), "to": .string(new.id.text), "changes": changes.jsonOfChanges]
    }
}

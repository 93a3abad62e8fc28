import DossierLanguage
import DossierModel

/// What of the rows of a file the session has already, as the answer tells it.
struct Duplicates: Sendable {
    /// How many rows a record says already.
    var known = 0
    /// The records that say something else than their rows, which may not change them.
    var differing: [Identifier] = []
    /// The records that were changed by their rows.
    var updated: [Identifier] = []
    /// The records of former deliveries whose rows are gone.
    var gone: [Identifier] = []

    /// How many records are shown of each.
    private static let shown = 10

    /// A line for each of them that is not none.
    func blocks(isDone: Bool) -> [Block] {
        var blocks: [Block] = []
        if known > 0 {
            let line = "  \(known) \(known == 1 ? "row" : "rows") known before, not added again"
            blocks.append(.line(StyledText(line, .faint)))
        }
        blocks += Duplicates.block(updated, isDone ? "updated" : "to be updated", "")
        blocks += Duplicates.block(
            differing, "differing from the file", "; on-duplicate=update gives them what the file says")
        blocks += Duplicates.block(gone, "no longer in the file", "; nothing is removed")
        return blocks
    }

    private static func block(_ ids: [Identifier], _ what: String, _ remark: String) -> [Block] {
        if ids.isEmpty { return [] }
        let names = ids.prefix(shown).map(\.text).joined(separator: ", ") + (ids.count > shown ? ", …" : "")
        let head = "  \(ids.count) \(ids.count == 1 ? "record" : "records") \(what): "
        return [.prose(StyledText(head, .faint) + StyledText(names) + StyledText(remark, .faint), indent: 4)]
    }

    /// The same for programs; what is none is not told, so that answers stay as they were.
    var members: [JSONMember] {
        var members: [JSONMember] = []
        if known > 0 { members.append(JSONMember(key: "known", value: .number(JSONNumber(known)))) }
        for (key, ids) in [("differing", differing), ("updated", updated), ("gone", gone)] where !ids.isEmpty {
            members.append(JSONMember(key: key, value: .array(ids.map { .string($0.text) })))
        }
        return members
    }
}

extension Diagnostic {
    static func emptyKey(at place: Place) -> Diagnostic {
        Diagnostic(.emptyKey, "the key is empty", at: place, expectation: "a cell that tells the row from others")
    }

    static func duplicateRow(_ key: String, _ id: Identifier, at place: Place) -> Diagnostic {
        Diagnostic(
            .duplicateRow, "\(id) has the key '\(key)' already", at: place,
            notes: ["on-duplicate=skip leaves such rows out, on-duplicate=update gives the record what they say"])
    }
}

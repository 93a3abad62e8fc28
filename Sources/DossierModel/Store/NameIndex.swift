import DossierText

/// Entities by what they are called: id, name and aliases, folded for case and width.
struct NameIndex: Sendable {
    private var slots: [String: [Session.Slot]] = [:]

    subscript(name: String) -> [Session.Slot] { slots[FoldedText.of(name), default: []] }

    mutating func insert(_ record: Record, _ slot: Session.Slot) {
        for key in NameIndex.keys(of: record) where !slots[key, default: []].contains(slot) {
            slots[key, default: []].append(slot)
        }
    }

    mutating func remove(_ record: Record, _ slot: Session.Slot) {
        for key in NameIndex.keys(of: record) {
            slots[key]?.removeAll { $0 == slot }
            if slots[key]?.isEmpty == true { slots[key] = nil }
        }
    }

    private static func keys(of record: Record) -> [String] {
        ([record.id.text] + record.texts(.name) + record.texts(.alias)).map(FoldedText.of)
    }
}

import DossierModel

/// A record as it goes out: without what it names that does not, and without what cannot be judged.
///
/// A field that this version does not know may name anything, so it counts as red; so do words of a quote that it does not
/// know.
struct TrimmedRecord {
    private(set) var record: Record
    /// Whether it goes out without something that it names and that is above the label.
    private(set) var lacksNamed = false
    /// Whether it goes out without a field that this version does not know.
    private(set) var lacksUnknown = false

    init(_ record: Record, _ fates: Fates) {
        self.record = record
        for entry in record.entries {
            guard case .values(let values) = entry.content else {
                if !fates.mayGo(.red) {
                    self.record[entry.name] = []
                    lacksUnknown = true
                }
                continue
            }
            let isMerged = entry.name == .merged
            guard isMerged || values.contains(where: { $0.named != nil }) else { continue }
            let kept = values.compactMap { value in
                isMerged ? merged(value, fates) : named(value, fates)
            }
            if kept != values { self.record[entry.name] = kept }
        }
    }

    /// A value that names a record.
    private mutating func named(_ value: FieldValue, _ fates: Fates) -> FieldValue? {
        guard let id = value.named else { return value }
        switch fates[id] {
        case .goes, nil: break
        case .held:
            lacksNamed = true
            return nil
        case .notYet: return nil
        }
        guard case .quote(var quote) = value, !quote.unknownMembers.isEmpty, !fates.mayGo(.red) else { return value }
        quote.unknownMembers = []
        lacksUnknown = true
        return .quote(quote)
    }

    /// What another record held that was merged into this one.
    private mutating func merged(_ value: FieldValue, _ fates: Fates) -> FieldValue? {
        if fates.mayGo(MergedText(value.typed, of: record.kind).marking { fates[$0] == .goes }) { return value }
        lacksNamed = true
        return nil
    }
}

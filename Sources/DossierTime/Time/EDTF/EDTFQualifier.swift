/// What `?`, `~` and `%` say of a component (ISO 8601-2:2019, 8.2; EDTF levels 1 and 2).
struct EDTFQualifier: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    static let uncertain = EDTFQualifier(rawValue: 1)
    static let approximate = EDTFQualifier(rawValue: 2)

    /// Reads the mark of a qualifier; nil for any other byte.
    init?(byte: UInt8) {
        switch byte {
        case UInt8(ascii: "?"): self = .uncertain
        case UInt8(ascii: "~"): self = .approximate
        case UInt8(ascii: "%"): self = [.uncertain, .approximate]
        default: return nil
        }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The mark that EDTF writes.
    var mark: String {
        switch self {
        case .uncertain: "?"
        case .approximate: "~"
        case []: ""
        default: "%"
        }
    }
}

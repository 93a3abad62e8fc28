/// Names of fields, each once: a bit for each that has a number, which most have.
public struct FieldNameSet: Sendable {
    private var numbers: UInt64 = 0
    private var others: Set<FieldName> = []

    /// Holds no name.
    public init() {}

    /// Whether it holds a name.
    public func contains(_ name: FieldName) -> Bool {
        guard let bit = FieldNameSet.bit(of: name) else { return others.contains(name) }
        return numbers & bit != 0
    }

    /// Adds a name; false where it was there before.
    @discardableResult
    public mutating func insert(_ name: FieldName) -> Bool {
        guard let bit = FieldNameSet.bit(of: name) else { return others.insert(name).inserted }
        defer { numbers |= bit }
        return numbers & bit == 0
    }

    private static func bit(of name: FieldName) -> UInt64? {
        guard let number = name.number, number < UInt64.bitWidth else { return nil }
        return 1 << UInt64(number)
    }
}

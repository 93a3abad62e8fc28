/// A value for each kind of record, found without hashing.
public struct PerKind<Element: Sendable>: Sendable {
    private var values: ContiguousArray<Element>

    /// Begins with the same value for every kind.
    public init(repeating element: Element) { values = ContiguousArray(repeating: element, count: Kind.allCases.count) }

    /// The value for a kind.
    public subscript(kind: Kind) -> Element {
        @inline(__always) _read { yield values[kind.number] }
        @inline(__always) _modify { yield &values[kind.number] }
    }
}

/// The ids that were ever given: the highest number of each kind, and the names.
public struct GivenIdentifiers: Sendable, Hashable {
    /// The highest number ever given, of the kinds that are numbered.
    public var highest: [Kind: Int] = [:]
    /// Ids that are names, not numbers.
    public var named: Set<Identifier> = []

    mutating func insert(_ id: Identifier) {
        if let (kind, number) = id.given {
            highest[kind] = max(highest[kind, default: 0], number)
        } else {
            named.insert(id)
        }
    }

    mutating func formUnion(_ other: GivenIdentifiers) {
        highest.merge(other.highest) { max($0, $1) }
        named.formUnion(other.named)
    }

    func contains(_ id: Identifier) -> Bool {
        if let (kind, number) = id.given { return number <= highest[kind, default: 0] }
        return named.contains(id)
    }

    func next(_ kind: Kind) -> Identifier { Identifier(kind, number: highest[kind, default: 0] + 1) }
}

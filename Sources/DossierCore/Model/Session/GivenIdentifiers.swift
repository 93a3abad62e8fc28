/// The ids that were ever given: the highest number of each kind, and the names.
public struct GivenIdentifiers: Sendable, Hashable {
    /// The highest number ever given, of the kinds that are numbered; 0 where none was.
    private var highest = InlineArray<7, Int>(repeating: 0)
    /// Ids that are names, not numbers.
    public var named: Set<Identifier> = []

    /// The highest number ever given to a record of a kind; 0 where none was.
    func highestNumber(of kind: Kind) -> Int { highest[kind.number] }

    mutating func insert(_ id: Identifier) {
        if let (kind, number) = id.given {
            insert(number, of: kind)
        } else {
            named.insert(id)
        }
    }

    mutating func insert(_ number: Int, of kind: Kind) { highest[kind.number] = max(highest[kind.number], number) }

    mutating func formUnion(_ other: GivenIdentifiers) {
        for kind in Kind.listed { insert(other.highest[kind.number], of: kind) }
        named.formUnion(other.named)
    }

    func contains(_ id: Identifier) -> Bool {
        if let (kind, number) = id.given { return number <= highest[kind.number] }
        return named.contains(id)
    }

    func next(_ kind: Kind) -> Identifier { Identifier(kind, number: highest[kind.number] + 1) }

    /// Equal where all numbers and names are.
    public static func == (left: GivenIdentifiers, right: GivenIdentifiers) -> Bool {
        Kind.allCases.allSatisfy { left.highestNumber(of: $0) == right.highestNumber(of: $0) }
            && left.named == right.named
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        for kind in Kind.allCases { hasher.combine(highestNumber(of: kind)) }
        hasher.combine(named)
    }
}

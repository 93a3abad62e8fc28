/// Which ids a session does not give: those of records that were dropped, and numbers up to the highest.
///
/// An id is free, or that of a record that stands, or retired. A new record takes a free id, and undoing that frees it again;
/// dropping a record retires its id, and undoing that brings the record back. Each change says which of these it does, so what
/// is retired follows from the changes of the log alone, and is after an undo what it was before the undone step.
public struct GivenIdentifiers: Sendable, Hashable {
    /// The highest number that is not free, of the kinds that are numbered; 0 where all are.
    private var highest = InlineArray<7, Int>(repeating: 0)
    /// The retired ids that are names.
    private(set) var retiredNames: Set<Identifier> = []
    /// The numbers of the retired ids of each kind.
    private var retiredNumbers: [Kind: RangeSet<Int>] = [:]
    /// The numbers up to which nothing tells which were dropped, so that all count as retired.
    private var assumed = InlineArray<7, Int>(repeating: 0)

    /// All ids are free.
    public init() {}

    /// The highest number of a kind that is not free; 0 where all are.
    func highestNumber(of kind: Kind) -> Int { highest[kind.number] }

    /// The next id of a kind: one more than the highest that is not free.
    func next(_ kind: Kind) -> Identifier { Identifier(kind, number: highest[kind.number] + 1) }

    /// Whether an id is that of a record that was dropped.
    func isRetired(_ id: Identifier) -> Bool {
        guard let (kind, number) = id.given else { return retiredNames.contains(id) }
        return number <= assumed[kind.number] || retiredNumbers[kind]?.contains(number) ?? false
    }

    /// The number of a kind up to which nothing tells which were dropped.
    public func highestAssumed(of kind: Kind) -> Int { assumed[kind.number] }

    /// The highest retired number of a kind; 0 where none is.
    func highestRetired(of kind: Kind) -> Int {
        max(assumed[kind.number], retiredNumbers[kind]?.ranges.last.map { $0.upperBound - 1 } ?? 0)
    }

    /// The retired numbers of a kind, in runs without gaps.
    func retiredRuns(of kind: Kind) -> [ClosedRange<Int>] {
        retiredNumbers[kind]?.ranges.map { $0.lowerBound...($0.upperBound - 1) } ?? []
    }

    /// Takes note of a record that stands.
    mutating func take(_ id: Identifier) {
        if let (kind, number) = id.given { take(number, of: kind) }
    }

    /// Takes note of the number of a record that stands.
    public mutating func take(_ number: Int, of kind: Kind) { highest[kind.number] = max(highest[kind.number], number) }

    /// Takes note of the numbers of other records that stand.
    mutating func take(_ other: GivenIdentifiers) {
        for kind in Kind.listed { take(other.highest[kind.number], of: kind) }
    }

    /// Retires the id of a record that is dropped.
    public mutating func retire(_ id: Identifier) {
        if let (kind, number) = id.given { retire(number...number, of: kind) } else { retiredNames.insert(id) }
    }

    /// Retires numbers.
    public mutating func retire(_ numbers: ClosedRange<Int>, of kind: Kind) {
        take(numbers.upperBound, of: kind)
        retiredNumbers[kind, default: RangeSet()].insert(contentsOf: Range(numbers))
    }

    /// Retires all numbers up to the highest, where nothing tells which of those that do not stand were dropped.
    public mutating func assumeRetired() {
        for kind in Kind.listed { assumeRetired(to: highest[kind.number], of: kind) }
    }

    /// Retires all numbers of a kind up to one.
    public mutating func assumeRetired(to number: Int, of kind: Kind) {
        take(number, of: kind)
        assumed[kind.number] = max(assumed[kind.number], number)
    }

    /// Gives an id back to the dropped record that had it.
    mutating func restore(_ id: Identifier) {
        if let (kind, number) = id.given {
            retiredNumbers[kind]?.remove(contentsOf: number..<(number + 1))
            take(number, of: kind)
        } else {
            retiredNames.remove(id)
        }
    }

    /// Frees the highest number of a kind, whose record was new; false where it is retired.
    ///
    /// What is assumed of lower numbers still is: a new number was always higher than all that were given before it.
    mutating func freeHighest(of kind: Kind) -> Bool {
        let number = highest[kind.number]
        if retiredNumbers[kind]?.contains(number) == true { return false }
        assumed[kind.number] = min(assumed[kind.number], number - 1)
        highest[kind.number] = number - 1
        return true
    }

    /// Frees the numbers of a kind above one that is not free.
    mutating func free(above number: Int, of kind: Kind) { highest[kind.number] = number }

    /// Equal where all numbers and names are.
    public static func == (left: GivenIdentifiers, right: GivenIdentifiers) -> Bool {
        Kind.listed.allSatisfy { kind in
            left.highestNumber(of: kind) == right.highestNumber(of: kind)
                && left.highestAssumed(of: kind) == right.highestAssumed(of: kind)
                && left.retiredRuns(of: kind) == right.retiredRuns(of: kind)
        } && left.retiredNames == right.retiredNames
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        for kind in Kind.listed {
            hasher.combine(highestNumber(of: kind))
            hasher.combine(highestAssumed(of: kind))
            hasher.combine(retiredRuns(of: kind))
        }
        hasher.combine(retiredNames)
    }
}

/// The three answers to a question about time or quantity.
public enum Certainty: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// The statement cannot hold.
    case no
    /// The statement may hold: some of what the record leaves open makes it true, some does not.
    case possibly
    /// The statement holds, whatever the record leaves open.
    case certainly

    /// Certain where the statement is true, no where it is false.
    public init(_ holds: Bool) { self = holds ? .certainly : .no }

    /// Orders `no < possibly < certainly`.
    public static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }

    /// Both hold (Kleene's strong conjunction: the lesser of the two).
    public static func && (left: Certainty, right: @autoclosure () -> Certainty) -> Certainty {
        left == .no ? .no : min(left, right())
    }

    /// Either holds (Kleene's strong disjunction: the greater of the two).
    public static func || (left: Certainty, right: @autoclosure () -> Certainty) -> Certainty {
        left == .certainly ? .certainly : max(left, right())
    }

    /// The opposite: certainly and no change places, possibly stays.
    public static prefix func ! (answer: Certainty) -> Certainty {
        switch answer {
        case .no: .certainly
        case .possibly: .possibly
        case .certainly: .no
        }
    }
}

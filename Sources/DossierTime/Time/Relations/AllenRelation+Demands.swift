extension AllenRelation {
    /// What the relation demands of the start (0) and end (1) of one time and the start (2) and end (3) of another.
    ///
    /// An end is the last tick inside a time, so a time meets another where the other begins one tick later.
    var demands: [Precedence] {
        switch self {
        case .before: [.atLeast(2, from: 1, to: 2)]
        case .meets: Precedence.just(1, from: 1, to: 2)
        case .overlaps: [.atLeast(1, from: 0, to: 2), .atLeast(0, from: 2, to: 1), .atLeast(1, from: 1, to: 3)]
        case .starts: Precedence.just(0, from: 0, to: 2) + [.atLeast(1, from: 1, to: 3)]
        case .during: [.atLeast(1, from: 2, to: 0), .atLeast(1, from: 1, to: 3)]
        case .finishes: Precedence.just(0, from: 1, to: 3) + [.atLeast(1, from: 2, to: 0)]
        case .equals: Precedence.just(0, from: 0, to: 2) + Precedence.just(0, from: 1, to: 3)
        case .finishedBy: Precedence.just(0, from: 1, to: 3) + [.atLeast(1, from: 0, to: 2)]
        case .contains: [.atLeast(1, from: 0, to: 2), .atLeast(1, from: 3, to: 1)]
        case .startedBy: Precedence.just(0, from: 0, to: 2) + [.atLeast(1, from: 3, to: 1)]
        case .overlappedBy: [.atLeast(1, from: 2, to: 0), .atLeast(0, from: 0, to: 3), .atLeast(1, from: 3, to: 1)]
        case .metBy: Precedence.just(1, from: 3, to: 0)
        case .after: [.atLeast(2, from: 3, to: 0)]
        }
    }
}

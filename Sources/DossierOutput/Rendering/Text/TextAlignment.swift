/// Where a text stands in a space that is wider than it.
package enum TextAlignment: Sendable, Hashable, CaseIterable {
    /// At the left edge.
    case left
    /// At the right edge, as numbers do.
    case right
    /// In the middle; an odd space goes to the right.
    case center

    /// The spaces before and after a text.
    func margins(of space: Int) -> (before: Int, after: Int) {
        switch self {
        case .left: (0, space)
        case .right: (space, 0)
        case .center: (space / 2, space - space / 2)
        }
    }
}

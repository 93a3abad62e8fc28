import DossierModel

/// Records that links state to be the same thing.
struct SameThings {
    private var parents: [Identifier: Identifier] = [:]

    /// The record that stands for all that are the same thing as this one.
    func one(of id: Identifier) -> Identifier {
        var id = id
        while let parent = parents[id] { id = parent }
        return id
    }

    /// Makes two records one thing.
    mutating func join(_ left: Identifier, _ right: Identifier) {
        let (first, second) = (one(of: left), one(of: right))
        if first != second { parents[max(first, second)] = min(first, second) }
    }
}

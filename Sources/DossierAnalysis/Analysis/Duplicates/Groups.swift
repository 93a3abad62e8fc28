import DossierModel

/// Records that stand together, by a forest of disjoint sets (R. Tarjan: Efficiency of a good but not linear set union
/// algorithm. Journal of the ACM 22, 1975).
struct Groups {
    private var parents: [Identifier: Identifier] = [:]

    /// Begins with pairs that stand together.
    init(_ pairs: some Sequence<(Identifier, Identifier)>) {
        for (first, second) in pairs { _ = join(first, second) }
    }

    /// Puts two records together; false where they were already.
    mutating func join(_ first: Identifier, _ second: Identifier) -> Bool {
        let (mine, theirs) = (root(of: first), root(of: second))
        if mine == theirs { return false }
        parents[theirs] = mine
        return true
    }

    private mutating func root(of id: Identifier) -> Identifier {
        var root = id
        while let parent = parents[root] { root = parent }
        var place = id
        while place != root, let parent = parents[place] {
            parents[place] = root
            place = parent
        }
        return root
    }
}

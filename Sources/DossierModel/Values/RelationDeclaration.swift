import DossierTime

/// A relation that a session declares for itself, as it is written: `funds`, `funds/funded-by`,
/// `funds/funded-by:entity>entity,event`.
public struct RelationDeclaration: Sendable, Hashable, CustomStringConvertible {
    /// The relation that is declared.
    public let relation: Relation
    /// As it is written.
    public let text: String

    /// Reads NAME, then `/` and its inverse (its own name where it is symmetric; `NAME-by` is taken where none is given),
    /// then `:` and the kinds that it joins, `FROM>TO`, several with commas (any where not given).
    ///
    /// - Throws: `ValueError` where a name or a kind is none, or the name is taken by a relation that ships.
    public init(_ text: String) throws(ValueError) {
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let names = (halves.first ?? "").split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(names.count), names.allSatisfy(RelationDeclaration.isName) else {
            throw ValueError(
                "'\(halves.first ?? "")' is not a name for a relation",
                expectation: "letters and hyphens, such as funds/funded-by"
            )
        }
        for name in names where Relation.shipped.contains(where: { $0.name == name || $0.inverse == name }) {
            throw ValueError("the relation '\(name)' is built in")
        }
        var from = Kind.listed
        var to = Kind.listed
        if halves.count == 2 {
            let ends = halves[1].split(separator: ">", omittingEmptySubsequences: false)
            guard ends.count == 2 else {
                throw ValueError(
                    "'\(halves[1])' does not say which kinds the relation joins",
                    expectation: "FROM>TO, such as entity>event")
            }
            from = try RelationDeclaration.kinds(ends[0])
            to = try RelationDeclaration.kinds(ends[1])
        }
        self.relation = Relation(
            name: names[0], inverse: names.count == 2 ? names[1] : names[0] + "-by", from: from, to: to,
            meaning: "declared by this session")
        self.text = text
    }

    /// As it is written.
    public var description: String { text }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic else { return false }
        return text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "-" }
    }

    private static func kinds(_ text: Substring) throws(ValueError) -> [Kind] {
        var kinds: [Kind] = []
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let kind = Kind(word: String(word)) else {
                throw ValueError(
                    "'\(word)' is not a kind of record",
                    expectation: "one of " + Kind.listed.map(\.rawValue).joined(separator: ", "))
            }
            kinds.append(kind)
        }
        return kinds
    }
}

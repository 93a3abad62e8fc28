/// A relation that a link may state: its inverse, whether it is symmetric, and which kinds it joins.
public struct Relation: Sendable, Hashable {
    /// As it is typed from one end: `supports`.
    public let name: String
    /// As it reads from the other end: `supported-by`; the same word where it is symmetric.
    public let inverse: String
    /// The kinds it may begin at.
    public let from: [Kind]
    /// The kinds it may end at.
    public let to: [Kind]
    /// What it says, in a few words.
    public let meaning: String

    /// Whether it reads the same from both ends.
    public var isSymmetric: Bool { name == inverse }

    /// How it reads seen from its beginning, or from its end.
    public func word(fromEnd: Bool) -> String { fromEnd ? inverse : name }
}

extension Relation {
    private static let evidence: [Kind] = [.source, .event, .claim, .note, .link]
    private static let statements: [Kind] = [.event, .claim, .note, .link]

    /// The relations that ship.
    public static let shipped: [Relation] = [
        Relation(
            name: "supports", inverse: "supported-by", from: evidence, to: statements, meaning: "speaks for it"),
        Relation(
            name: "contradicts", inverse: "contradicts", from: evidence, to: evidence, meaning: "speaks against it"),
        Relation(
            name: "corroborates", inverse: "corroborates", from: evidence, to: evidence,
            meaning: "says the same from elsewhere"),
        Relation(
            name: "compatible-with", inverse: "compatible-with", from: [.claim], to: [.claim],
            meaning: "both can be true; 'show conflicts' treats the pair as settled"),
        Relation(
            name: "qualifies", inverse: "qualified-by", from: evidence, to: statements, meaning: "limits what it says"),
        Relation(name: "causes", inverse: "caused-by", from: [.event], to: [.event], meaning: "brings it about"),
        Relation(name: "enables", inverse: "enabled-by", from: [.event], to: [.event], meaning: "makes it possible"),
        Relation(
            name: "responds-to", inverse: "answered-by", from: [.event, .claim], to: [.event, .claim],
            meaning: "is a reaction to it"),
        Relation(name: "precedes", inverse: "follows", from: [.event], to: [.event], meaning: "comes before it"),
        Relation(
            name: "part-of", inverse: "has-part", from: [.event, .entity], to: [.event, .entity],
            meaning: "belongs to it as a part"),
        Relation(
            name: "derived-from", inverse: "origin-of", from: [.source, .claim], to: [.source, .claim],
            meaning: "draws on it"),
        Relation(
            name: "quotes", inverse: "quoted-by", from: [.source, .claim], to: [.source, .claim],
            meaning: "repeats its words"),
        Relation(name: "member-of", inverse: "has-member", from: [.entity], to: [.entity], meaning: "belongs to it"),
        Relation(name: "leads", inverse: "led-by", from: [.entity], to: [.entity], meaning: "is at its head"),
        Relation(
            name: "represents", inverse: "represented-by", from: [.entity], to: [.entity],
            meaning: "speaks or acts for it"),
        Relation(
            name: "allied-with", inverse: "allied-with", from: [.entity], to: [.entity], meaning: "is allied with it"),
        Relation(
            name: "located-in", inverse: "location-of", from: [.entity, .event], to: [.entity], meaning: "is there"),
        Relation(
            name: "same-as", inverse: "same-as", from: Kind.listed, to: Kind.listed, meaning: "is the same thing"),
        Relation(
            name: "different-from", inverse: "different-from", from: Kind.listed, to: Kind.listed,
            meaning: "is a different thing, however similar"),
    ]
}

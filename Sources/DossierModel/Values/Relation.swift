/// A relation between two records: its name from either end, and the kinds that it connects.
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
    /// The name of a relation that ships: the program itself acts on it.
    public enum Shipped: String, CaseIterable, Sendable {
        case supports
        case contradicts
        case corroborates
        case compatibleWith = "compatible-with"
        case qualifies
        case causes
        case enables
        case respondsTo = "responds-to"
        case precedes
        case partOf = "part-of"
        case derivedFrom = "derived-from"
        case quotes
        case memberOf = "member-of"
        case leads
        case represents
        case alliedWith = "allied-with"
        case locatedIn = "located-in"
        case sameAs = "same-as"
        case differentFrom = "different-from"
    }

    private init(_ name: Shipped, inverse: String, from: [Kind], to: [Kind], meaning: String) {
        self.init(name: name.rawValue, inverse: inverse, from: from, to: to, meaning: meaning)
    }

    private static let evidence: [Kind] = [.source, .event, .claim, .note, .link]
    private static let statements: [Kind] = [.event, .claim, .note, .link]

    /// The relations that ship.
    public static let shipped: [Relation] = [
        Relation(
            .supports, inverse: "supported-by", from: evidence, to: statements, meaning: "speaks for it"),
        Relation(
            .contradicts, inverse: "contradicts", from: evidence, to: evidence, meaning: "speaks against it"),
        Relation(
            .corroborates, inverse: "corroborates", from: evidence, to: evidence,
            meaning: "says the same from elsewhere"),
        Relation(
            .compatibleWith, inverse: "compatible-with", from: [.claim], to: [.claim],
            meaning: "both can be true; 'show conflicts' treats the pair as settled"),
        Relation(
            .qualifies, inverse: "qualified-by", from: evidence, to: statements, meaning: "limits what it says"),
        Relation(.causes, inverse: "caused-by", from: [.event], to: [.event], meaning: "brings it about"),
        Relation(.enables, inverse: "enabled-by", from: [.event], to: [.event], meaning: "makes it possible"),
        Relation(
            .respondsTo, inverse: "answered-by", from: [.event, .claim], to: [.event, .claim],
            meaning: "is a reaction to it"),
        Relation(.precedes, inverse: "follows", from: [.event], to: [.event], meaning: "comes before it"),
        Relation(
            .partOf, inverse: "has-part", from: [.event, .entity], to: [.event, .entity],
            meaning: "belongs to it as a part"),
        Relation(
            .derivedFrom, inverse: "origin-of", from: [.source, .claim], to: [.source, .claim],
            meaning: "draws on it"),
        Relation(
            .quotes, inverse: "quoted-by", from: [.source, .claim], to: [.source, .claim],
            meaning: "repeats its words"),
        Relation(.memberOf, inverse: "has-member", from: [.entity], to: [.entity], meaning: "belongs to it"),
        Relation(.leads, inverse: "led-by", from: [.entity], to: [.entity], meaning: "is at its head"),
        Relation(
            .represents, inverse: "represented-by", from: [.entity], to: [.entity],
            meaning: "speaks or acts for it"),
        Relation(
            .alliedWith, inverse: "allied-with", from: [.entity], to: [.entity], meaning: "is allied with it"),
        Relation(
            .locatedIn, inverse: "location-of", from: [.entity, .event], to: [.entity], meaning: "is there"),
        Relation(
            .sameAs, inverse: "same-as", from: Kind.listed, to: Kind.listed, meaning: "is the same thing"),
        Relation(
            .differentFrom, inverse: "different-from", from: Kind.listed, to: Kind.listed,
            meaning: "is a different thing, however similar"),
    ]
}

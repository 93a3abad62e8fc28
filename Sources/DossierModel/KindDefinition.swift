/// What a kind of record is: its sentence and its fields, in the order in which they are written.
public final class KindDefinition: Sendable {
    /// The kind.
    public let kind: Kind
    /// What it is, in one sentence.
    public let summary: String
    /// Its own fields, then those that every record has, in the order of the JSON.
    public let fields: [FieldDefinition]
    /// For the number of each field's name its place in `fields`.
    private let ranks: [Int?]
    /// The numbers of the names of fields that hold one value, a bit each.
    private let single: UInt64

    init(_ kind: Kind, _ summary: String, _ own: [FieldDefinition]) {
        self.kind = kind
        self.summary = summary
        self.fields = own + KindDefinition.common
        var ranks = [Int?](repeating: nil, count: FieldName.countOfNumbers)
        var single: UInt64 = 0
        for (rank, field) in fields.enumerated() {
            guard let number = field.name.number else { continue }
            ranks[number] = rank
            if !field.holdsMany { single |= 1 << UInt64(number) }
        }
        self.ranks = ranks
        self.single = single
    }

    /// The field of that name; custom fields (`x.NAME`) belong to every kind.
    public func field(_ name: FieldName) -> FieldDefinition? {
        if let rank = name.number.flatMap({ ranks[$0] }) { return fields[rank] }
        return name.isCustom ? .custom(name) : nil
    }

    /// Whether a field holds many values; one that the kind does not know may.
    public func holdsMany(_ name: FieldName) -> Bool {
        name.number.map { single >> UInt64($0) & 1 == 0 } ?? true
    }

    /// Where a field stands among the others: its place in `fields`; custom fields follow all others.
    public func rank(of name: FieldName) -> Int? {
        name.number.flatMap { ranks[$0] } ?? (name.isCustom ? fields.count : nil)
    }

    /// The fields that every record has.
    private static let common: [FieldDefinition] = [
        FieldDefinition(.tags, .tag, many: true, "tags, typed as #tag"),
        FieldDefinition(.tlp, .word(.trafficLight), "Traffic Light Protocol 2.0 marking"),
    ]

    /// The definition of a kind.
    public static func of(_ kind: Kind) -> KindDefinition {
        switch kind {
        case .session: session
        case .source: source
        case .entity: entity
        case .event: event
        case .claim: claim
        case .note: note
        case .link: link
        }
    }
}

extension Kind {
    /// The kind's definition.
    public var definition: KindDefinition { KindDefinition.of(self) }

    /// The field that names a record of this kind to a person: a title, a name, or else its text.
    public var titleField: FieldName {
        switch self {
        case .entity: .name
        case .note, .link: .text
        default: .title
        }
    }
}

/// Who touches whom among the saved records: for each record the steps to others, in flat arrays of numbers, so that a search
/// goes over millions of them without reading a record.
public struct AdjacencyIndex: Sendable {
    /// A step from a record to another.
    public struct Step: Sendable {
        /// The slot of the other record.
        public let other: Session.Slot
        /// The slot of the record by which the two touch: the one that has the field, or the link.
        public let owner: Session.Slot
        private let code: UInt32

        /// Makes a step to another record, over what an owner holds.
        public init(to other: Session.Slot, by owner: Session.Slot, _ way: Way, label: Int32) {
            self.other = other
            self.owner = owner
            code = UInt32(label) << 2 | UInt32(way.rawValue)
        }

        /// The number of what the step is called: the field or the relation.
        @inline(__always) public var label: Int { Int(code >> 2) }

        /// How the two touch.
        public var way: Way { Way(rawValue: UInt8(code & 3)) ?? .field }
    }

    /// How two records touch.
    public enum Way: UInt8, Sendable {
        /// By a field of the record that the step begins at.
        case field
        /// By a link that begins there.
        case link
        /// By a link that ends there.
        case linkBack
        /// By a field of the other record.
        case fieldBack

        /// Whether the step goes in the direction of the field or the link.
        public var isOutward: Bool { self == .field || self == .link }
        /// Whether a link is stepped over.
        public var isLink: Bool { self == .link || self == .linkBack }
        /// Steps by the record's own fields come first, then those over links, then those by fields of others.
        public var rank: Int { self == .field ? 0 : isLink ? 1 : 2 }
    }

    /// What fields and relations are called, by number.
    public let labels: [String]
    /// Records that name one that was not saved; no step goes by them.
    public let strays: Set<Session.Slot>
    private let starts: ContiguousArray<Int32>
    private let steps: ContiguousArray<Step>

    /// The steps from a record: by its fields, over links, by fields of others; the last two in the order of links and others.
    @inline(__always)
    public func steps(from slot: Session.Slot) -> ContiguousArray<Step>.SubSequence {
        steps[Int(starts[Int(slot)])..<Int(starts[Int(slot) &+ 1])]
    }

    /// Gathers the steps between all records.
    init(_ records: SavedRecords, _ mentions: SavedMentions) {
        var mentions = mentions
        let fields = Fields(&mentions)
        labels = mentions.labels
        strays = mentions.strays
        // Each step is met twice: to learn how many begin at a record, and to take its place behind those before it.
        var ends = ContiguousArray<Int32>(repeating: 0, count: records.count + 1)
        AdjacencyIndex.each(records, mentions, fields) { from, _ in ends[Int(from) + 1] += 1 }
        for index in 1..<ends.count { ends[index] += ends[index - 1] }
        starts = ends
        let none = Step(to: 0, by: 0, .field, label: 0)
        var steps = ContiguousArray(repeating: none, count: Int(ends[records.count]))
        AdjacencyIndex.each(records, mentions, fields) { from, step in
            steps[Int(ends[Int(from)])] = step
            ends[Int(from)] += 1
        }
        self.steps = steps
    }

    /// The numbers of the fields that do not stand for themselves: the ends of links, and a quote beside its source.
    private struct Fields {
        let from, to, quote, source, target: Int32

        init(_ mentions: inout SavedMentions) {
            from = mentions.number(of: FieldName.from.text)
            to = mentions.number(of: FieldName.to.text)
            quote = mentions.number(of: FieldName.quote.text)
            source = mentions.number(of: FieldName.source.text)
            target = mentions.number(of: FieldName.target.text)
        }
    }

    /// Hands out all steps, those of each record in their order.
    @inline(__always)
    private static func each(
        _ records: SavedRecords, _ mentions: SavedMentions, _ fields: Fields, _ body: (Session.Slot, Step) -> Void
    ) {
        let links = records.positions(of: .link)
        let all = 0..<Int32(records.count)
        for owner in all {
            let range = mentions.range(of: owner)
            for mention in mentions.mentions[range] where mention.other != owner {
                if mention.label == fields.quote, mentions.names(mention.other, in: fields.source, range) { continue }
                body(owner, Step(to: mention.other, by: owner, .field, label: mention.label))
            }
        }
        for link in links {
            let ends = mentions.mentions[mentions.range(of: link)]
            guard let from = ends.first(where: { $0.label == fields.from })?.other,
                let to = ends.first(where: { $0.label == fields.to })?.other, from != to
            else { continue }
            let label = mentions.relations[Int(link - links.lowerBound)]
            body(from, Step(to: to, by: link, .link, label: label))
            body(to, Step(to: from, by: link, .linkBack, label: label))
        }
        for owner in all {
            let range = mentions.range(of: owner)
            let isLink = links.contains(owner)
            for mention in mentions.mentions[range] where mention.other != owner {
                if isLink, mention.label == fields.from || mention.label == fields.to { continue }
                if mention.label == fields.quote,
                    mentions.names(mention.other, in: fields.source, range)
                        || mentions.names(mention.other, in: fields.target, range)
                {
                    continue
                }
                body(mention.other, Step(to: owner, by: owner, .fieldBack, label: mention.label))
            }
        }
    }
}

extension SavedMentions {
    /// Whether a record is named in a field, among some mentions.
    fileprivate func names(_ other: Int32, in label: Int32, _ range: Range<Int>) -> Bool {
        mentions[range].contains { $0.other == other && $0.label == label }
    }
}

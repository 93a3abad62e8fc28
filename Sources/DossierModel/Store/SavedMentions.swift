/// Which record names which in which field, of all saved records, as numbers: what ``AdjacencyIndex`` is made of.
public struct SavedMentions: Sendable {
    /// A field of a record that names another.
    public struct Mention: Sendable {
        /// The position of the record that is named.
        public let other: Int32
        /// The number of the field's name among the labels.
        public let label: Int32

        /// Makes a mention of another record.
        public init(other: Int32, label: Int32) {
            self.other = other
            self.label = label
        }
    }

    /// What fields and relations are called, by number.
    public private(set) var labels: [String] = []
    /// Where the mentions of each record begin; one more than there are records.
    public private(set) var starts: ContiguousArray<Int32> = [0]
    /// The mentions of each record: one record after the other in the order in which they are first named, the fields of each
    /// in their order.
    public private(set) var mentions: [Mention] = []
    /// The number of what each link states among the labels.
    private(set) var relations = ContiguousArray<Int32>()
    /// Records that name one that was not saved; their mentions are left out.
    public private(set) var strays: Set<Int32> = []

    private var numbers: [String: Int32] = [:]

    /// Goes through the fields of all records that name others.
    init(_ records: SavedRecords, identifiers: SavedIdentifiers) {
        starts.reserveCapacity(records.count + 1)
        for kind in Kind.listed {
            let fields = kind.definition.fields.filter(\.type.namesRecords)
            let columns = FieldColumn.columns(
                of: records, kind, fields.map(\.name) + (kind == .link ? [.relation] : []))
            let readings = zip(fields, columns).map { field, column in
                Reading(field, column, number(of: field.name.text), records.bytes, identifiers)
            }
            for position in records.positions(of: kind) { add(position, readings) }
            if kind == .link, let relations = columns.last { addRelations(relations) }
        }
    }

    /// The number of a label.
    mutating func number(of label: String) -> Int32 {
        if let number = numbers[label] { return number }
        let number = Int32(labels.count)
        numbers[label] = number
        labels.append(label)
        return number
    }

    /// The mentions of a record.
    func range(of position: Int32) -> Range<Int> { Int(starts[Int(position)])..<Int(starts[Int(position) + 1]) }

    private mutating func add(_ position: Int32, _ readings: [Reading]) {
        let first = mentions.count
        for reading in readings {
            for place in reading.column.range(at: position) {
                let other = reading.positions[Int(reading.column.numbers[place])]
                if other < 0 {
                    strays.insert(position)
                } else {
                    add(Mention(other: other, label: reading.label), from: first)
                }
            }
        }
        if !strays.isEmpty, strays.contains(position) { mentions.removeSubrange(first...) }
        starts.append(Int32(mentions.count))
    }

    /// Adds a mention behind those of the same record, once.
    private mutating func add(_ mention: Mention, from first: Int) {
        guard let last = mentions[first...].lastIndex(where: { $0.other == mention.other }) else {
            mentions.append(mention)
            return
        }
        if mentions[last].label != mention.label { mentions.insert(mention, at: last + 1) }
    }

    private mutating func addRelations(_ column: FieldColumn) {
        let numbers = (0..<Int32(column.distinctCount)).map { value in
            if case .text(let relation)? = column.value(value) { return number(of: relation) }
            return number(of: SavedMentions.plainLink)
        }
        let plain = number(of: SavedMentions.plainLink)
        relations.reserveCapacity(column.positions.count)
        for position in column.positions {
            relations.append(column.range(at: position).first.map { numbers[Int(column.numbers[$0])] } ?? plain)
        }
    }

    /// What a link without a relation is called.
    public static let plainLink = "link"

    /// A field of all records of a kind, and which record each of its distinct values names.
    private struct Reading {
        let column: FieldColumn
        let label: Int32
        /// By the number of the value; -1 where it was not saved.
        let positions: ContiguousArray<Int32>

        init(
            _ field: FieldDefinition, _ column: FieldColumn, _ label: Int32, _ bytes: StateBytes,
            _ identifiers: SavedIdentifiers
        ) {
            self.column = column
            self.label = label
            positions = ContiguousArray(
                (0..<Int32(column.distinctCount)).map { number in
                    var range = column.range(ofValue: number)
                    if field.type.isQuote {
                        guard let source = RecordFields.quotedSource(bytes, range) else { return -1 }
                        range = source
                    } else if range.count < 2 {
                        return -1
                    } else {
                        range = (range.lowerBound + 1)..<(range.upperBound - 1)
                    }
                    return identifiers.position(
                        ofBytesAt: bytes.first + range.lowerBound, range.count, in: bytes.first) ?? -1
                })
        }
    }
}

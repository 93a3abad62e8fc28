/// Some fields of a kind's records, which are read without the others: a question about titles need not read texts.
public struct FieldProjection: Sendable {
    let kind: Kind
    private let fields: [(bytes: [UInt8], definition: FieldDefinition)]

    /// Selects those of some fields that the kind has.
    public init(_ kind: Kind, _ names: [FieldName]) {
        self.kind = kind
        fields = names.compactMap { name in
            kind.definition.field(name).map { (Array(name.text.utf8), $0) }
        }
    }

    /// Selects all fields that may name records.
    public init(naming kind: Kind) {
        self.init(kind, kind.definition.fields.filter(\.namesRecords).map(\.name))
    }

    /// The names of the fields.
    public var names: [FieldName] { fields.map(\.definition.name) }

    fileprivate func definition(_ record: RecordFields) -> FieldDefinition? {
        fields.first { record.isNamed($0.bytes) }?.definition
    }

    fileprivate var count: Int { fields.count }
}

extension FieldDefinition {
    /// Whether its values name records.
    var namesRecords: Bool {
        switch type {
        case .reference, .quote: true
        default: false
        }
    }
}

extension SavedRecords {
    /// A record with no more than some of its fields; all of it where its bytes are damaged.
    func record(at position: Position, _ selection: FieldProjection) -> Record {
        var record = Record(selection.kind, identifier(of: position))
        var fields = RecordFields(bytes, range(of: position))
        var left = selection.count
        while left > 0, fields.next() {
            guard let definition = selection.definition(fields) else { continue }
            left -= 1
            let text = UnsafeBufferPointer(start: bytes.first + fields.value.lowerBound, count: fields.value.count)
            var scanner = JSONScanner(text)
            if let values = try? scanner.values(of: definition), (try? scanner.finish()) != nil {
                record.append(definition.name, .values(values))
                continue
            }
            guard let json = try? JSONReader.read(text), let values = try? Record.values(of: definition, json) else {
                return self.record(at: position)
            }
            if !values.isEmpty { record.append(definition.name, .values(values)) }
        }
        return record
    }
}

extension Session {
    /// The records of a kind with no more than some of their fields; those that were put since have all.
    public func records(_ selection: FieldProjection) -> some Sequence<Record> {
        slots(of: selection.kind).lazy.compactMap { record(at: $0, selection) }
    }

    /// The record in a slot with no more than some of its fields.
    public func record(at slot: Slot, _ selection: FieldProjection) -> Record? {
        if let saved, isAsSaved(slot) { return saved.record(at: slot, selection) }
        return record(at: slot)
    }

    /// The slots in which records of a kind stand now, in the order in which they were made.
    public func filledSlots(of kind: Kind) -> [Slot] {
        slots(of: kind).filter { isFilled($0) }
    }
}

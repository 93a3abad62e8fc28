/// A field of all saved records of a kind: for each record the numbers of its values, and each distinct value once.
///
/// What is asked of a field is so asked of each distinct value, not of each record.
public struct FieldColumn: Sendable {
    /// The field.
    public let definition: FieldDefinition
    /// The records, by position.
    public let positions: Range<Int32>
    /// Where the numbers of each record begin in `numbers`; one more than there are records.
    private let starts: ContiguousArray<Int32>
    /// The numbers of the values, record by record.
    public let numbers: ContiguousArray<Int32>
    /// Where each distinct value stands in the bytes, as JSON.
    private let values: ContiguousArray<Range<Int>>
    private let bytes: StateBytes

    /// How many distinct values there are.
    public var distinctCount: Int { values.count }

    /// Where the numbers of a record stand in `numbers`.
    @inline(__always)
    public func range(at position: Int32) -> Range<Int> {
        let index = Int(position &- positions.lowerBound)
        return Int(starts[index])..<Int(starts[index &+ 1])
    }

    /// Where a distinct value stands in the bytes, as JSON.
    func range(ofValue number: Int32) -> Range<Int> { values[Int(number)] }

    /// A distinct value; nil where its bytes are damaged.
    public func value(_ number: Int32) -> FieldValue? {
        let range = values[Int(number)]
        let text = UnsafeBufferPointer(start: bytes.first + range.lowerBound, count: range.count)
        guard let json = try? JSONReader.read(text) else { return nil }
        return try? Record.value(of: definition, json)
    }

    /// Fields of all records of a kind, gathered in one pass.
    static func columns(of records: SavedRecords, _ kind: Kind, _ names: [FieldName]) -> [FieldColumn] {
        let positions = records.positions(of: kind)
        let definitions = names.compactMap { kind.definition.field($0) }
        let size =
            positions.isEmpty
            ? 0
            : records.range(of: positions.upperBound - 1).upperBound
                - records.range(of: positions.lowerBound).lowerBound
        let parts = Processors.parts(of: size)
        let found = Processors.map(parts) { part in
            let range = Processors.range(part, of: parts, count: positions.count)
            return gather(
                records,
                (positions.lowerBound + Int32(range.lowerBound))..<(positions.lowerBound + Int32(range.upperBound)),
                definitions.map { Array($0.name.text.utf8) })
        }
        return definitions.indices.map { index in
            FieldColumn(definitions[index], positions, found.map { $0[index] }, records.bytes)
        }
    }

    /// What one thread gathers of one field.
    private struct Part {
        var ends = ContiguousArray<Int32>()
        var numbers = ContiguousArray<Int32>()
        var table = ByteTable()
    }

    private static func gather(_ records: SavedRecords, _ positions: Range<Int32>, _ names: [[UInt8]]) -> [Part] {
        let bytes = records.bytes
        var parts = names.map { _ in Part() }
        for index in parts.indices {
            parts[index].ends.reserveCapacity(positions.count)
            parts[index].numbers.reserveCapacity(positions.count)
        }
        parts.withUnsafeMutableBufferPointer { parts in
            for position in positions {
                var fields = RecordFields(bytes, records.range(of: position))
                var left = names.count
                while left > 0, fields.next() {
                    for index in names.indices where fields.isNamed(names[index]) {
                        RecordFields.forEachElement(bytes, of: fields.value) { element in
                            parts[index].numbers.append(parts[index].table.insert(element, of: bytes.first))
                        }
                        left -= 1
                    }
                }
                for index in parts.indices { parts[index].ends.append(Int32(parts[index].numbers.count)) }
            }
        }
        return parts
    }

    /// Joins what the threads have gathered, each with numbers of its own.
    private init(_ definition: FieldDefinition, _ positions: Range<Int32>, _ parts: [Part], _ bytes: StateBytes) {
        self.definition = definition
        self.positions = positions
        self.bytes = bytes
        var starts = ContiguousArray<Int32>()
        starts.reserveCapacity(positions.count + 1)
        starts.append(0)
        var numbers = parts.first?.numbers ?? []
        var table = parts.first?.table ?? ByteTable()
        if let first = parts.first { starts.append(contentsOf: first.ends) }
        for part in parts.dropFirst() {
            let known = part.table.ranges.map { table.insert($0, of: bytes.first) }
            let offset = Int32(numbers.count)
            numbers.reserveCapacity(numbers.count + part.numbers.count)
            for number in part.numbers { numbers.append(known[Int(number)]) }
            for end in part.ends { starts.append(end + offset) }
        }
        self.starts = starts
        self.numbers = numbers
        self.values = table.ranges
    }
}

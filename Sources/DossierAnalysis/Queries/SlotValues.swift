import DossierModel

/// A field of many records: for each the numbers of its values, and the values themselves, those of the saved state once.
package struct SlotValues {
    /// A value and the kind of record in which it stands.
    package struct Value {
        package let kind: Kind
        package let value: FieldValue
    }

    /// The values by their numbers.
    package private(set) var values: [Value] = []
    /// Where the numbers of each record begin in `numbers`; one more than there are records.
    private var starts: [Int32] = [0]
    private var numbers: [Int32] = []

    /// Gathers a field of the records in some slots.
    package init(_ name: FieldName, at slots: some Collection<Session.Slot>, in session: Session) {
        starts.reserveCapacity(slots.count + 1)
        numbers.reserveCapacity(slots.count)
        // Rows stand kind by kind, so that the column of the last one mostly serves the next.
        var columns: [Kind: Column] = [:]
        var column: Column?
        for slot in slots {
            if let saved = session.saved, session.isAsSaved(slot) {
                if column?.positions.contains(slot) != true {
                    column.map { columns[$0.kind] = $0 }
                    let kind = saved.kind(of: slot)
                    column = columns.removeValue(forKey: kind) ?? Column(name, kind, saved)
                }
                column?.add(slot, to: &self)
            } else if let record = session.record(at: slot) {
                for value in record[name] { add(Value(kind: record.kind, value: value)) }
            }
            starts.append(Int32(numbers.count))
        }
    }

    /// The numbers of the values of a record, by its place among the slots.
    package func numbers(at index: Int) -> ArraySlice<Int32> { numbers[Int(starts[index])..<Int(starts[index + 1])] }

    /// Each value and how often it stands in the records.
    var valueCounts: [(value: FieldValue, count: Int)] {
        var counts = [Int](repeating: 0, count: values.count)
        for number in numbers { counts[Int(number)] += 1 }
        return zip(values, counts).map { (value: $0.value, count: $1) }
    }

    private mutating func add(_ value: Value) {
        numbers.append(Int32(values.count))
        values.append(value)
    }

    /// A column of saved records and the numbers that its values have here.
    private struct Column {
        let kind: Kind
        let positions: Range<Int32>
        private let column: FieldColumn?
        /// -1 where a value has no number yet, -2 where it cannot be read.
        private var known: [Int32]

        init(_ name: FieldName, _ kind: Kind, _ saved: SavedRecords) {
            let column = kind.definition.field(name).flatMap { _ in saved.columns(kind, [name]).first }
            self.column = column
            self.kind = kind
            positions = saved.positions(of: kind)
            known = Array(repeating: -1, count: column?.distinctCount ?? 0)
        }

        mutating func add(_ slot: Session.Slot, to result: inout SlotValues) {
            guard let column else { return }
            for place in column.range(at: slot) {
                let number = Int(column.numbers[place])
                if known[number] == -1 {
                    if let value = column.value(Int32(number)) {
                        known[number] = Int32(result.values.count)
                        result.values.append(Value(kind: kind, value: value))
                    } else {
                        known[number] = -2
                    }
                }
                if known[number] >= 0 { result.numbers.append(known[number]) }
            }
        }
    }
}

extension Session {
    /// Gathers in one pass what will be asked of the saved records of a kind.
    func prepare(_ names: [FieldName], of kind: Kind) {
        if !names.isEmpty { _ = saved?.columns(kind, names) }
    }

    /// How often each value of a field stands in the records of a kind; in no order; a value may be told of
    /// twice.
    package func valueCounts(_ name: FieldName, of kind: Kind) -> [(value: FieldValue, count: Int)] {
        guard let saved, kind.definition.field(name) != nil, let column = saved.columns(kind, [name]).first,
            let index = saved.index(of: column, kind)
        else { return SlotValues(name, at: Array(slots(of: kind)), in: self).valueCounts }
        var counts = index.values.indices.map { index.count(of: $0) }
        for slot in slotsReplaced where column.positions.contains(slot) {
            for place in column.range(at: slot) { counts[Int(column.numbers[place])] -= 1 }
        }
        let before = zip(index.values, counts).compactMap { value, count in
            count == 0 ? nil : value.map { (value: $0, count: count) }
        }
        return before + SlotValues(name, at: slotsPut(of: kind), in: self).valueCounts
    }
}

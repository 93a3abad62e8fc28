/// In which slot the record of each id stands: ids with numbers in arrays, names in a table.
struct SlotTable: Sendable {
    private var numbered = PerKind<ContiguousArray<Session.Slot>>(repeating: [])
    private var named = NameTable()

    @inline(__always)
    subscript(id: Identifier) -> Session.Slot? {
        if let (kind, number) = id.given, number < numbered[kind].count {
            let slot = numbered[kind][number]
            if slot != SlotTable.none { return slot }
        }
        return named[id]
    }

    /// The slot of an id whose bytes stand somewhere in memory.
    subscript(bytes: UnsafeBufferPointer<UInt8>) -> Session.Slot? {
        if let (kind, number) = Identifier.given(by: bytes.span), number < numbered[kind].count {
            let slot = numbered[kind][number]
            if slot != SlotTable.none { return slot }
        }
        return named[bytes]
    }

    /// Notes the slot of an id.
    mutating func insert(_ id: Identifier, _ slot: Session.Slot) {
        if let (kind, number) = id.given { insert(kind, number, slot) } else { named.insert(id, slot) }
    }

    /// Forgets the slot of an id.
    mutating func remove(_ id: Identifier) {
        if let (kind, number) = id.given, number < numbered[kind].count {
            numbered[kind][number] = SlotTable.none
            while numbered[kind].last == SlotTable.none { numbered[kind].removeLast() }
        }
        named.remove(id)
    }

    /// Notes the slot of an id of the form that the session gives.
    mutating func insert(_ kind: Kind, _ number: Int, _ slot: Session.Slot) {
        // Numbers leave few gaps; where they leave many, their ids are kept as names are.
        if number > numbered[kind].count * 2 + 1_024 {
            named.insert(Identifier(kind, number: number), slot)
            return
        }
        while numbered[kind].count < number { numbered[kind].append(SlotTable.none) }
        if number < numbered[kind].count {
            numbered[kind][number] = slot
        } else {
            numbered[kind].append(slot)
        }
    }

    fileprivate static let none: Session.Slot = -1
}

/// The slots of ids that are names: open addressing, doubled when half full. What is taken out leaves its cell behind.
private struct NameTable: Sendable {
    private var entries = ContiguousArray<(id: Identifier, slot: Session.Slot)>()
    /// The numbers of entries; -1 where a cell is empty.
    private var cells = ContiguousArray<Int32>(repeating: -1, count: 16)

    subscript(id: Identifier) -> Session.Slot? {
        if entries.isEmpty { return nil }
        let number = cells[cell(of: id)]
        return number < 0 ? nil : NameTable.slot(of: entries[Int(number)])
    }

    private static func slot(of entry: (id: Identifier, slot: Session.Slot)) -> Session.Slot? {
        entry.slot == SlotTable.none ? nil : entry.slot
    }

    /// The slot of an id whose bytes stand somewhere in memory; one that is not ASCII is not looked for.
    subscript(bytes: UnsafeBufferPointer<UInt8>) -> Session.Slot? {
        guard !entries.isEmpty, let hash = NameTable.hash(bytes.span) else { return nil }
        let mask = cells.count - 1
        var cell = hash & mask
        while cells[cell] >= 0 {
            let entry = entries[Int(cells[cell])]
            if NameTable.isSame(entry.id.text.utf8.span, bytes.span) { return NameTable.slot(of: entry) }
            cell = (cell + 1) & mask
        }
        return nil
    }

    private static func isSame(_ left: borrowing Span<UInt8>, _ right: borrowing Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        for index in left.indices where left[index] != right[index] { return false }
        return true
    }

    mutating func insert(_ id: Identifier, _ slot: Session.Slot) {
        let cell = cell(of: id)
        if cells[cell] >= 0 {
            entries[Int(cells[cell])].slot = slot
            return
        }
        cells[cell] = Int32(entries.count)
        entries.append((id, slot))
        if entries.count * 2 > cells.count { grow() }
    }

    mutating func remove(_ id: Identifier) {
        if entries.isEmpty { return }
        let number = cells[cell(of: id)]
        if number >= 0 { entries[Int(number)].slot = SlotTable.none }
    }

    /// The cell that holds an id, or the empty one where it belongs.
    private func cell(of id: Identifier) -> Int {
        let mask = cells.count - 1
        var cell = NameTable.hash(id) & mask
        while cells[cell] >= 0, entries[Int(cells[cell])].id != id { cell = (cell + 1) & mask }
        return cell
    }

    private mutating func grow() {
        cells = ContiguousArray(repeating: -1, count: cells.count * 2)
        for (number, entry) in entries.enumerated() { cells[cell(of: entry.id)] = Int32(number) }
    }

    /// Letters beyond ASCII may be composed or not, which the standard library's hash knows.
    private static func hash(_ id: Identifier) -> Int { hash(id.text.utf8.span) ?? id.text.hashValue }

    /// The hash of an id that is ASCII; nil for any other (FNV-1a, 64 bits).
    private static func hash(_ bytes: borrowing Span<UInt8>) -> Int? {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in bytes.indices {
            if bytes[index] >= 0x80 { return nil }
            hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
        }
        return Int(truncatingIfNeeded: hash ^ (hash >> 29))
    }
}

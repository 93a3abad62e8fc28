/// Where the record of each id stands among the saved ones: ids with numbers in arrays, names in a table of bytes.
struct SavedIdentifiers: Sendable {
    private var numbered = PerKind<ContiguousArray<Int32>>(repeating: [])
    private var named: ByteTable
    private var positionsOfNames = ContiguousArray<Int32>()
    /// Whether two records have one id.
    private(set) var hasTwins = false

    /// - Parameter numbers: the numbers of the ids, as they were found with the lines.
    init(_ records: SavedRecords, numbers: ContiguousArray<Int32>) {
        let bytes = records.bytes
        named = ByteTable(capacity: records.positions(of: .entity).count)
        for kind in Kind.listed {
            let positions = records.positions(of: kind)
            var known = ContiguousArray<Int32>()
            // Numbers leave few gaps; where they leave many, their ids are kept as names are.
            let highest = positions.count * 4 + 1_024
            let letter = kind.identifierPrefix?.utf8.first.flatMap { StateLines.letters.firstIndex(of: $0) } ?? -1
            known.reserveCapacity(positions.count + 1)
            for position in positions {
                let number = numbers[Int(position)]
                let ordinal = Int(number & (StateLines.numberLimit - 1))
                if number >= 0, Int(number >> 24) == letter, ordinal < highest {
                    while known.count <= ordinal { known.append(-1) }
                    hasTwins = hasTwins || known[ordinal] >= 0
                    known[ordinal] = position
                    continue
                }
                let name = named.insert(records.identifierRange(of: position), of: bytes.first)
                if Int(name) == positionsOfNames.count {
                    positionsOfNames.append(position)
                } else {
                    hasTwins = true
                }
            }
            numbered[kind] = known
        }
    }

    /// The position of an id.
    func position(of id: Identifier, in records: SavedRecords) -> Int32? {
        var text = id.text
        return text.withUTF8 { id in
            id.baseAddress.flatMap { position(ofBytesAt: $0, id.count, in: records.bytes.first) }
        }
    }

    /// The position of an id that stands somewhere in memory.
    @inline(__always)
    func position(ofBytesAt first: UnsafePointer<UInt8>, _ count: Int, in bytes: UnsafePointer<UInt8>) -> Int32? {
        if count > 1, let kind = SavedIdentifiers.kind(of: first[0]),
            let number = SavedIdentifiers.number(first + 1, count - 1), number < numbered[kind].count,
            numbered[kind][number] >= 0
        {
            return numbered[kind][number]
        }
        return named.number(of: first, count, in: bytes).map { positionsOfNames[Int($0)] }
    }

    @inline(__always)
    private static func kind(of letter: UInt8) -> Kind? {
        switch letter {
        case UInt8(ascii: "s"): .source
        case UInt8(ascii: "e"): .event
        case UInt8(ascii: "c"): .claim
        case UInt8(ascii: "n"): .note
        case UInt8(ascii: "l"): .link
        default: nil
        }
    }

    /// The number of digits that do not begin with 0.
    @inline(__always)
    private static func number(_ first: UnsafePointer<UInt8>, _ count: Int) -> Int? {
        guard count < 10, first[0] != UInt8(ascii: "0") else { return nil }
        var number = 0
        for index in 0..<count {
            let digit = first[index] &- UInt8(ascii: "0")
            if digit > 9 { return nil }
            number = number &* 10 &+ Int(digit)
        }
        return number
    }
}

import DossierTime

/// How surely a condition holds of each of many records.
///
/// Of two conditions that must both hold the answer is the lesser, of two of which one must hold it is the greater.
struct Certainties: Sendable {
    /// The raw values of ``Certainty``, one byte a record.
    private var bytes: ContiguousArray<UInt8>

    /// The same answer for so many records.
    init(repeating certainty: Certainty, count: Int) {
        bytes = ContiguousArray(repeating: UInt8(certainty.rawValue), count: count)
    }

    /// The answers of several parts, one after the other.
    init(joining parts: [Certainties]) { bytes = parts.reduce(into: []) { $0.append(contentsOf: $1.bytes) } }

    /// How many records are answered for.
    var count: Int { bytes.count }

    /// The answer for a record.
    subscript(index: Int) -> Certainty {
        get { Certainties.certainty(bytes[index]) }
        set { bytes[index] = UInt8(newValue.rawValue) }
    }

    private static func certainty(_ byte: UInt8) -> Certainty {
        byte == 0 ? .no : byte == Certainties.certainly ? .certainly : .possibly
    }

    private static let certainly = UInt8(Certainty.certainly.rawValue)

    /// Both hold.
    static func && (left: Certainties, right: Certainties) -> Certainties { left.combined(right, min) }

    /// Either holds.
    static func || (left: Certainties, right: Certainties) -> Certainties { left.combined(right, max) }

    /// The opposite of each.
    static prefix func ! (answers: Certainties) -> Certainties {
        answers.mapped { certainly - $0 }
    }

    /// Certainly for each that is not no, and no for the others.
    var open: Certainties { mapped { $0 == 0 ? 0 : Certainties.certainly } }

    @inline(__always)
    private func mapped(_ change: (UInt8) -> UInt8) -> Certainties {
        var result = self
        result.bytes.withUnsafeMutableBufferPointer { result in
            for index in result.indices { result[index] = change(result[index]) }
        }
        return result
    }

    @inline(__always)
    private func combined(_ other: Certainties, _ combine: (UInt8, UInt8) -> UInt8) -> Certainties {
        var result = self
        let count = min(bytes.count, other.bytes.count)
        result.bytes.withUnsafeMutableBufferPointer { result in
            other.bytes.withUnsafeBufferPointer { other in
                for index in 0..<count { result[index] = combine(result[index], other[index]) }
            }
        }
        return result
    }

    /// Raises an answer to another one that is better.
    mutating func raise(_ index: Int, to certainty: Certainty) {
        bytes[index] = max(bytes[index], UInt8(certainty.rawValue))
    }

    /// Goes through the records whose answer is not no, in their order.
    @inline(__always)
    func forEachPossible(_ body: (Int, Certainty) -> Void) {
        bytes.withUnsafeBytes { bytes in
            var index = 0
            while index < bytes.count {
                // Most questions leave few records: eight of them are passed over at once.
                if index &+ 8 <= bytes.count, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) == 0 {
                    index &+= 8
                } else {
                    if bytes[index] != 0 { body(index, Certainties.certainty(bytes[index])) }
                    index &+= 1
                }
            }
        }
    }
}

/// What a record holds beyond plain ASCII, as far as it matters to a search that takes no regard to case and width.
struct LetterClasses: OptionSet, Sendable {
    let rawValue: UInt8

    /// Curly quotes, which a search takes for straight ones.
    static let quotes = LetterClasses(rawValue: 1)
    /// Hyphens and dashes, which a search takes for `-`.
    static let hyphens = LetterClasses(rawValue: 2)
    /// No-break and ideographic spaces, which a search takes for a space.
    static let spaces = LetterClasses(rawValue: 4)
    /// Letters of two bytes: Latin with marks, Greek, Cyrillic and so on, which have cases.
    static let cased = LetterClasses(rawValue: 8)
    /// Letters that have neither case nor another form, such as Hangul syllables and Han.
    static let plain = LetterClasses(rawValue: 16)
    /// All others, among them those that fold into ASCII and those that join with the letter before them.
    static let other = LetterClasses(rawValue: 32)
    /// Escapes of JSON, which stand for another character.
    static let escapes = LetterClasses(rawValue: 64)

    /// The classes of the characters of a run of bytes.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var classes: LetterClasses = []
        var index = 0
        while index < bytes.count {
            if index &+ 8 <= bytes.count {
                let word =
                    UnsafeRawPointer(bytes.baseAddress)?.loadUnaligned(fromByteOffset: index, as: UInt64.self) ?? 0
                if word & 0x8080_8080_8080_8080 == 0, !LetterClasses.hasBackslash(word) {
                    index &+= 8
                    continue
                }
            }
            let lead = bytes[index]
            if lead < 0x80 {
                if lead == UInt8(ascii: "\\") { classes.insert(.escapes) }
                index &+= 1
                continue
            }
            let second = index + 1 < bytes.count ? bytes[index + 1] : 0
            let third = index + 2 < bytes.count ? bytes[index + 2] : 0
            classes.formUnion(LetterClasses.of(lead, second, third))
            index &+= lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        }
        self = classes
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    private static func of(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> LetterClasses {
        switch (lead, second, third) {
        case (0xC2, 0xA0, _), (0xE3, 0x80, 0x80): .spaces
        case (0xC2, _, _): .plain
        // U+0130 falls apart into i and a mark; marks that join stand from U+0300 to U+036F.
        case (0xC4, 0xB0, _), (0xCC, _, _), (0xCD, 0x80...0xAF, _): .other
        case (0xC3...0xDF, _, _): .cased
        case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99), (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9D): .quotes
        case (0xE2, 0x80, 0x90...0x95): .hyphens
        case (0xE2, 0x80, 0xA0...0xBF): .plain
        case (0xE3, 0x82, 0x99...0x9A): .other
        case (0xE3, 0x80...0x83, _), (0xE4...0xE9, _, _), (0xEB...0xEC, _, _), (0xEA, 0xB0...0xBF, _),
            (0xED, 0x80...0x9D, _):
            .plain
        default: .other
        }
    }

    @inline(__always)
    private static func hasBackslash(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let folded = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        return (folded &- ones) & ~folded & 0x8080_8080_8080_8080 != 0
    }
}

/// The classes of letters of all saved records.
struct SavedLetters: Sendable {
    private let classes: ContiguousArray<LetterClasses>
    /// All classes that any record holds.
    let all: LetterClasses

    init(_ records: SavedRecords) {
        let parts = Processors.parts(of: records.bytes.count)
        let found = Processors.map(parts) { part in
            ContiguousArray(
                Processors.range(part, of: parts, count: records.count).map { index in
                    let range = records.range(of: Int32(index))
                    return LetterClasses(
                        UnsafeBufferPointer(start: records.bytes.first + range.lowerBound, count: range.count))
                })
        }
        classes = found.reduce(into: []) { $0.append(contentsOf: $1) }
        all = classes.reduce(into: []) { $0.formUnion($1) }
    }

    /// The classes of a record.
    subscript(position: Int32) -> LetterClasses { classes[Int(position)] }
}

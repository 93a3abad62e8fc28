import DossierText

/// What a record holds beyond plain ASCII, as far as it matters to a search that takes no regard to case and width.
public struct LetterClasses: OptionSet, Sendable {
    /// The letters as bits.
    public let rawValue: UInt8

    /// Curly quotes, which a search takes for straight ones.
    public static let quotes = LetterClasses(rawValue: 1)
    /// Hyphens and dashes, which a search takes for `-`.
    public static let hyphens = LetterClasses(rawValue: 2)
    /// No-break and ideographic spaces, which a search takes for a space.
    public static let spaces = LetterClasses(rawValue: 4)
    /// Letters of two bytes: Latin with marks, Greek, Cyrillic and so on, which have cases.
    public static let cased = LetterClasses(rawValue: 8)
    /// Letters that have neither case nor another form, such as Hangul syllables and Han.
    public static let plain = LetterClasses(rawValue: 16)
    /// All others, among them those that fold into ASCII and those that join with the letter before them.
    public static let other = LetterClasses(rawValue: 32)
    /// Escapes of JSON, which stand for another character.
    public static let escapes = LetterClasses(rawValue: 64)

    /// The classes of the characters of a run of bytes.
    public init(_ bytes: UnsafeBufferPointer<UInt8>) {
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

    /// The letters that some bits mean.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    private static func of(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> LetterClasses {
        switch lead {
        case 0xC2..<0xE0: return small[Int(lead & 0x1F) << 6 | Int(second & 0x3F)]
        case 0xE2 where second == 0x80: return punctuation[Int(third & 0x3F)]
        case 0xE3 where 0x80...0x83 ~= second: return kana[Int(second & 0x3F) << 6 | Int(third & 0x3F)]
        // Han and the syllables of Hangul, which have no other form.
        case 0xE4...0xE9, 0xEB...0xEC: return .plain
        case 0xEA where second >= 0xB0: return .plain
        case 0xED where second < 0x9E: return .plain
        default: return .other
        }
    }

    /// The classes of U+0000 to U+07FF.
    private static let small = classes(of: 0..<0x800)
    /// The classes of U+2000 to U+203F.
    private static let punctuation = classes(of: 0x2000..<0x2040)
    /// The classes of U+3000 to U+30FF.
    private static let kana = classes(of: 0x3000..<0x3100)

    private static func classes(of values: Range<UInt32>) -> [LetterClasses] {
        values.map { value in Unicode.Scalar(value).map(LetterClasses.of) ?? .other }
    }

    /// The class of a letter by what it folds into: one that changes into anything but the small letter of its own, or joins with
    /// others, is of those that must be asked.
    static func of(_ scalar: Unicode.Scalar) -> LetterClasses {
        let folded = FoldedText.of(String(scalar)).unicodeScalars
        guard let first = folded.first, folded.count == 1 else { return .other }
        switch first {
        case "'" where scalar != first, "\"" where scalar != first: return .quotes
        case "-" where scalar != first: return .hyphens
        case " " where scalar != first: return .spaces
        default: break
        }
        let properties = scalar.properties
        let isMark = [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory)
        if isMark || properties.canonicalCombiningClass != .notReordered { return .other }
        if first == scalar { return properties.isCased || properties.changesWhenUppercased ? .cased : .plain }
        let isSmallLetter = !first.isASCII && first.value < 0x800 && first.properties.isCased
        return isSmallLetter && properties.isCased ? .cased : .other
    }

    @inline(__always)
    private static func hasBackslash(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let folded = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        return (folded &- ones) & ~folded & 0x8080_8080_8080_8080 != 0
    }
}

/// The classes of letters of all saved records.
public struct SavedLetters: Sendable {
    private let classes: ContiguousArray<LetterClasses>
    /// All classes that any record holds.
    public let all: LetterClasses

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
    public subscript(position: Int32) -> LetterClasses { classes[Int(position)] }
}

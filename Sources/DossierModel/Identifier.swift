import DossierText
import DossierTime

/// The id of a record, unique in the session: `e1`, `summons`, `kim-jong-un`, `조선민주주의인민공화국`.
///
/// The id of a dropped record is not given to another one.
public struct Identifier: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The id as it is typed.
    public let text: String

    /// The id of the session's own header.
    public static let session = Identifier(known: "session")

    /// Takes a text that is known to be an id.
    public init(known text: String) {
        self.text = text
    }

    /// The id of the form that the session gives: `e12`.
    public init(_ kind: Kind, number: Int) {
        guard let letter = kind.identifierPrefix?.utf8.first else {
            text = String(number)
            return
        }
        // A string of up to 15 bytes needs no memory of its own, which is room for a letter and 14 digits.
        let (short, most) = (15, 21)
        let fits = 0..<100_000_000_000_000 ~= number
        text = String(unsafeUninitializedCapacity: fits ? short : most) { bytes in
            guard let base = bytes.baseAddress else { return 0 }
            var cursor = ByteCursor(base)
            cursor.put(letter)
            cursor.put(number)
            return cursor.place - base
        }
    }

    /// Reads an id: a letter of any script, then letters, digits, combining marks, `-`, `_` or `.`.
    ///
    /// - Throws: `ValueError` where a character may not stand in an id, or the word means something else in the language.
    public init(_ text: String) throws(ValueError) {
        if !Identifier.isPlain(text.utf8) { try Identifier.check(text) }
        self.text = text
    }

    /// Whether a text is an id beyond doubt: an ASCII letter, then ASCII letters and hyphens, and a digit, which no word of
    /// the language has.
    private static func isPlain(_ bytes: String.UTF8View) -> Bool {
        var hasDigit = false
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
            case UInt8(ascii: "0")...UInt8(ascii: "9") where index > 0: hasDigit = true
            case UInt8(ascii: "-") where index > 0: continue
            default: return false
            }
        }
        return hasDigit
    }

    private static func check(_ text: String) throws(ValueError) {
        guard let first = text.unicodeScalars.first, isLetter(first) else {
            throw ValueError("an id must begin with a letter", suggestion: slug(of: text)?.text)
        }
        for scalar in text.unicodeScalars where !allows(scalar) {
            throw ValueError(
                "'\(scalar)' is not allowed in an id", expectation: "letters, digits, '-', '_' and '.'",
                suggestion: slug(of: text)?.text)
        }
        if text.utf8Contains("..") { throw ValueError("'..' in an id would read as a run of ids") }
        if reserved.contains(text) { throw ValueError("'\(text)' is a reserved word of the language") }
    }

    /// The id that a name gives: lower case, words joined by `-`, letters of every script kept; nil where no letter is left.
    public static func slug(of name: String) -> Identifier? {
        var slug = ""
        var gap = false
        for scalar in name.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isMark(scalar) {
                if gap, !slug.isEmpty { slug += "-" }
                gap = false
                slug.unicodeScalars.append(scalar)
            } else if scalar != "'" && scalar != "\u{2019}" && scalar != "." {
                gap = true
            }
        }
        if let first = slug.unicodeScalars.first, !first.properties.isAlphabetic { slug = "n-" + slug }
        if slug.isEmpty { return nil }
        return Identifier(known: reserved.contains(slug) ? slug + "-2" : slug)
    }

    /// The kind and number of an id of the form that the session gives (`e12`), or nil.
    public var given: (kind: Kind, number: Int)? { Identifier.given(by: text.utf8.span) }

    /// The same of the bytes of an id.
    @inline(__always)
    public static func given(by bytes: borrowing Span<UInt8>) -> (kind: Kind, number: Int)? {
        guard bytes.count > 1, bytes[1] != UInt8(ascii: "0") else { return nil }
        let kind: Kind
        switch bytes[0] {
        case UInt8(ascii: "s"): kind = .source
        case UInt8(ascii: "e"): kind = .event
        case UInt8(ascii: "c"): kind = .claim
        case UInt8(ascii: "n"): kind = .note
        case UInt8(ascii: "l"): kind = .link
        default: return nil
        }
        var number = 0
        for index in 1..<bytes.count {
            let byte = bytes[index]
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), number < 1_000_000_000_000 else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return (kind, number)
    }

    /// The id itself.
    public var description: String { text }

    /// Orders ids as text, by their UTF-8 bytes.
    public static func < (left: Identifier, right: Identifier) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    private static func allows(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return isLetter(scalar) || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "_" || scalar == "."
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isMark(scalar)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) : scalar.properties.isAlphabetic
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark: true
        default: false
        }
    }

    /// Words that a command would take for something else than an id.
    private static let reserved: Set<String> = [
        "session", "by", "with", "limit", "count", "as", "as-of", "at", "to", "into", "or", "and", "not", "off", "log",
        "graph", "text", "timeline", "path", "conflicts", "support", "matrix", "quantities", "forecasts", "date",
        "central", "changes", "duplicates", "judgements", "settings", "all",
        "source", "entity", "event", "claim", "note", "link",
        "sources", "entities", "events", "claims", "notes", "links",
    ]
}

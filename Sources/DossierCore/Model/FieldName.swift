/// The name of a record's field, as it is typed and as it stands in the JSON of a session.
public struct FieldName: Sendable, Hashable, CustomStringConvertible {
    /// The name: `published`, `x.casualties`.
    public let text: String

    /// Its number among the names that kinds have; that of no name for any other. Names are compared far more often than
    /// made.
    private let code: UInt8

    /// Takes a name as it stands; whether a kind has such a field is the kind's to say.
    public init(_ text: String) {
        self.text = text
        code = FieldName.codes.code(of: text)
    }

    /// Equal where the texts are.
    public static func == (left: FieldName, right: FieldName) -> Bool {
        left.code == right.code && (left.code != noCode || left.text == right.text)
    }

    /// Hashes what equality compares.
    public func hash(into hasher: inout Hasher) {
        if let number { hasher.combine(number) } else { hasher.combine(text) }
    }

    /// Its number among the names that kinds have; nil for any other.
    var number: Int? { code == FieldName.noCode ? nil : Int(code) }

    private static let noCode = UInt8.max
    /// Finds the codes of known names: open addressing over their first bytes.
    private struct Codes: Sendable {
        private var cells: [(word: UInt64, code: UInt8)] = Array(repeating: (0, noCode), count: 128)

        init(_ names: [String]) {
            for (code, name) in zip(0..<noCode, names) {
                var cell = first(Codes.word(of: name))
                while cells[cell].code != noCode { cell = next(cell) }
                cells[cell] = (Codes.word(of: name), code)
            }
        }

        func code(of text: String) -> UInt8 {
            let word = Codes.word(of: text)
            var cell = first(word)
            while cells[cell].code != noCode {
                if cells[cell].word == word, known[Int(cells[cell].code)] == text { return cells[cell].code }
                cell = next(cell)
            }
            return noCode
        }

        /// The length and the first bytes of a text.
        private static func word(of text: String) -> UInt64 {
            var word = UInt64(truncatingIfNeeded: text.utf8.count)
            for byte in text.utf8.prefix(7) { word = word << 8 | UInt64(byte) }
            return word
        }

        private func first(_ word: UInt64) -> Int {
            Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 40) & (cells.count - 1)
        }

        private func next(_ cell: Int) -> Int { (cell + 1) & (cells.count - 1) }
    }

    private static let codes = Codes(known)

    /// How many names have a number.
    static var countOfNumbers: Int { known.count }

    /// The names that have a number, in the order of their numbers.
    static let known = [
        "about", "actor", "alias", "author", "confidence", "coordinates", "country",
        "derived", "sha256", "due", "file", "from", "grade", "language",
        "likelihood", "name", "outcome", "place", "published", "publisher", "quantity",
        "quote", "relation", "reliability", "retrieved", "role", "said", "source",
        "merged", "speaker", "stance", "status", "strength", "tags", "target", "text",
        "title", "tlp", "to", "type", "url", "when", "zone", "resolved",
    ]

    /// The name itself.
    public var description: String { text }

    /// Whether the name is one that the analyst made up: `x.NAME`, of letters, digits and marks of any script, `-`, `_` and
    /// `.`, no `-` at the end, so that it can be typed.
    public var isCustom: Bool {
        guard text.utf8.starts(with: "x.".utf8), text.utf8.count > 2, text.utf8.last != UInt8(ascii: "-") else {
            return false
        }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
            default: byte >= 0x80
            }
        }
    }
}

extension FieldName {
    static let about = FieldName("about")
    static let actor = FieldName("actor")
    static let alias = FieldName("alias")
    static let author = FieldName("author")
    static let confidence = FieldName("confidence")
    static let coordinates = FieldName("coordinates")
    static let country = FieldName("country")
    static let derived = FieldName("derived")
    static let digest = FieldName("sha256")
    static let due = FieldName("due")
    static let file = FieldName("file")
    static let from = FieldName("from")
    static let grade = FieldName("grade")
    static let language = FieldName("language")
    static let likelihood = FieldName("likelihood")
    static let merged = FieldName("merged")
    static let name = FieldName("name")
    static let outcome = FieldName("outcome")
    static let place = FieldName("place")
    static let published = FieldName("published")
    static let publisher = FieldName("publisher")
    static let quantity = FieldName("quantity")
    static let quote = FieldName("quote")
    static let relation = FieldName("relation")
    static let reliability = FieldName("reliability")
    static let resolved = FieldName("resolved")
    static let retrieved = FieldName("retrieved")
    static let role = FieldName("role")
    static let said = FieldName("said")
    static let source = FieldName("source")
    static let speaker = FieldName("speaker")
    static let stance = FieldName("stance")
    static let zone = FieldName("zone")
    static let status = FieldName("status")
    static let strength = FieldName("strength")
    static let tags = FieldName("tags")
    static let target = FieldName("target")
    static let text = FieldName("text")
    static let title = FieldName("title")
    static let tlp = FieldName("tlp")
    static let to = FieldName("to")
    static let type = FieldName("type")
    static let url = FieldName("url")
    static let when = FieldName("when")
}

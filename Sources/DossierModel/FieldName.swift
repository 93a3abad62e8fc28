/// The name of a field, the same in commands and in the session's JSON.
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
        "title", "tlp", "to", "type", "url", "when", "zone", "resolved", "id",
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
    /// The field `about`.
    public static let about = FieldName("about")
    /// The field `actor`.
    public static let actor = FieldName("actor")
    /// The field `alias`.
    public static let alias = FieldName("alias")
    /// The field `author`.
    public static let author = FieldName("author")
    /// The field `confidence`.
    public static let confidence = FieldName("confidence")
    /// The field `coordinates`.
    public static let coordinates = FieldName("coordinates")
    /// The field `country`.
    public static let country = FieldName("country")
    /// The field `derived`.
    public static let derived = FieldName("derived")
    /// The field `sha256`.
    public static let digest = FieldName("sha256")
    /// The field `due`.
    public static let due = FieldName("due")
    /// The field `file`.
    public static let file = FieldName("file")
    /// The field `from`.
    public static let from = FieldName("from")
    /// The field `grade`.
    public static let grade = FieldName("grade")
    /// The field `id` of the session.
    public static let id = FieldName("id")
    /// The field `language`.
    public static let language = FieldName("language")
    /// The field `likelihood`.
    public static let likelihood = FieldName("likelihood")
    /// The field `merged`.
    public static let merged = FieldName("merged")
    /// The field `name`.
    public static let name = FieldName("name")
    /// The field `outcome`.
    public static let outcome = FieldName("outcome")
    /// The field `place`.
    public static let place = FieldName("place")
    /// The field `published`.
    public static let published = FieldName("published")
    /// The field `publisher`.
    public static let publisher = FieldName("publisher")
    /// The field `quantity`.
    public static let quantity = FieldName("quantity")
    /// The field `quote`.
    public static let quote = FieldName("quote")
    /// The field `relation`.
    public static let relation = FieldName("relation")
    /// The field `reliability`.
    public static let reliability = FieldName("reliability")
    /// The field `resolved`.
    public static let resolved = FieldName("resolved")
    /// The field `retrieved`.
    public static let retrieved = FieldName("retrieved")
    /// The field `role`.
    public static let role = FieldName("role")
    /// The field `said`.
    public static let said = FieldName("said")
    /// The field `source`.
    public static let source = FieldName("source")
    /// The field `speaker`.
    public static let speaker = FieldName("speaker")
    /// The field `stance`.
    public static let stance = FieldName("stance")
    /// The field `zone`.
    public static let zone = FieldName("zone")
    /// The field `status`.
    public static let status = FieldName("status")
    /// The field `strength`.
    public static let strength = FieldName("strength")
    /// The field `tags`.
    public static let tags = FieldName("tags")
    /// The field `target`.
    public static let target = FieldName("target")
    /// The field `text`.
    public static let text = FieldName("text")
    /// The field `title`.
    public static let title = FieldName("title")
    /// The field `tlp`.
    public static let tlp = FieldName("tlp")
    /// The field `to`.
    public static let to = FieldName("to")
    /// The field `type`.
    public static let type = FieldName("type")
    /// The field `url`.
    public static let url = FieldName("url")
    /// The field `when`.
    public static let when = FieldName("when")
}

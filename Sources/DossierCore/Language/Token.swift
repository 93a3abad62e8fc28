/// A word of the language, and where it stands.
public struct Token: Sendable {
    /// What it is.
    public let kind: Kind
    /// What it says: without quotation marks, escapes read, a tag without its `#`, an option without its dashes.
    public let text: String
    /// Where it stands.
    public let place: Place
    /// Of a field: its name, its operator and its value.
    public let field: Field?

    /// What a token may be.
    public enum Kind: Sendable, Hashable {
        /// A bare word.
        case word
        /// A text in quotation marks.
        case string
        /// `#troops`
        case tag
        /// `--with-links`
        case option
        /// `name=value`, `name:value`, …
        case field
        /// `(`
        case open
        /// `)`
        case close
        /// The `-` before a query's term.
        case minus
        /// What follows ` -- `.
        case tail
    }

    /// The parts of a token that gives a field or asks for one; a class, so that tokens without one stay small.
    public final class Field: Sendable {
        /// The name before the operator.
        public let name: String
        /// Where the name stands.
        public let namePlace: Place
        /// The operator.
        public let comparison: Operator
        /// The value after it; nil where nothing stands there.
        public let value: Value?

        init(name: String, namePlace: Place, comparison: Operator, value: Value?) {
            self.name = name
            self.namePlace = namePlace
            self.comparison = comparison
            self.value = value
        }
    }

    /// The value of a field.
    public struct Value: Sendable {
        /// What it says.
        public let text: String
        /// Whether it stood in quotation marks.
        public let isQuoted: Bool
        /// Where it stands.
        public let place: Place
    }

    /// What may stand between a name and a value.
    public enum Operator: String, Sendable, CaseIterable {
        case add = "+="
        case remove = "-="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case equal = "="
        case matches = ":"
        case less = "<"
        case greater = ">"
    }

    init(_ kind: Kind, _ text: String, at place: Place, field: Field? = nil) {
        self.kind = kind
        self.text = text
        self.place = place
        self.field = field
    }

    /// Whether it is this bare word.
    func isWord(_ word: String) -> Bool { kind == .word && text == word }
}

extension Token.Value {
    /// The value as a token of its own, so that errors in it have its place.
    var token: Token { Token(isQuoted ? .string : .word, text, at: place) }

    /// Reads the text as a value.
    ///
    /// - Throws: a diagnostic at the words at fault, where it is none.
    func read<Value>(_ read: (String) throws(ValueError) -> Value) throws(Diagnostic) -> Value {
        do { return try read(text) } catch { throw token.invalid(error) }
    }
}

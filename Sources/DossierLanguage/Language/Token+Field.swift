import DossierTime

extension Token {
    /// The parts of a token that gives a field or asks for one.
    public struct Field: Sendable {
        let token: Token

        /// The name before the operator.
        public var name: String { token.text }

        /// Where the name stands.
        public var namePlace: Place { token.source.place(token.shape.start..<token.shape.nameEnd) }

        /// The operator.
        public var comparison: Operator { token.shape.comparison }

        /// The value after it; nil where nothing stands there.
        public var value: Value? {
            let shape = token.shape
            let start = shape.nameEnd + shape.comparison.length
            if start == shape.end { return nil }
            let value = Token.Shape(
                shape.quotes == nil ? .word : .string, start, shape.end, quotes: shape.quotes)
            return Value(token: Token(value, in: token.source))
        }
    }

    /// The value of a field.
    public struct Value: Sendable {
        /// The value as a token of its own, so that errors in it have its place.
        public let token: Token

        /// What it says.
        public var text: String { token.text }

        /// Whether it says nothing, in quotation marks.
        public var isEmpty: Bool { token.isEmpty }

        /// Whether it stood in quotation marks.
        public var isQuoted: Bool { token.kind == .string }

        /// Where it stands.
        public var place: Place { token.place }

        /// Reads the text as a value.
        ///
        /// - Throws: a diagnostic at the words at fault, where it is none.
        public func read<Value>(_ read: (String) throws(ValueError) -> Value) throws(Diagnostic) -> Value {
            do { return try read(text) } catch { throw token.invalid(error) }
        }
    }

    /// What may stand between a name and a value.
    public enum Operator: Sendable, Hashable, CaseIterable {
        case add, remove, lessOrEqual, greaterOrEqual, equal, matches, less, greater

        /// The operator that two bytes begin with.
        @inline(__always)
        init?(_ first: UInt8, _ second: UInt8) {
            let isDouble = second == UInt8(ascii: "=")
            switch first {
            case UInt8(ascii: "="): self = .equal
            case UInt8(ascii: ":"): self = .matches
            case UInt8(ascii: "<"): self = isDouble ? .lessOrEqual : .less
            case UInt8(ascii: ">"): self = isDouble ? .greaterOrEqual : .greater
            case UInt8(ascii: "+") where isDouble: self = .add
            case UInt8(ascii: "-") where isDouble: self = .remove
            default: return nil
            }
        }

        /// As it is typed.
        public var text: String {
            switch self {
            case .add: "+="
            case .remove: "-="
            case .lessOrEqual: "<="
            case .greaterOrEqual: ">="
            case .equal: "="
            case .matches: ":"
            case .less: "<"
            case .greater: ">"
            }
        }

        /// How many bytes it has.
        @inline(__always)
        var length: Int {
            switch self {
            case .add, .remove, .lessOrEqual, .greaterOrEqual: 2
            case .equal, .matches, .less, .greater: 1
            }
        }
    }
}

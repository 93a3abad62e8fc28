import DossierTime

extension Token {
    /// What a token is, and where it stands in its text, as offsets.
    public struct Shape: Sendable {
        /// What kind of token it is.
        public let kind: Kind
        /// How the text is written, or that of the field's value; nil where it is bare.
        var quotes: Quotes?
        /// What stands between the name and the value of a field.
        var comparison = Operator.equal
        let start: Int
        let end: Int
        /// Where the name of a field ends; of any other token, the end.
        let nameEnd: Int

        @inline(__always)
        init(_ kind: Kind, _ start: Int, _ end: Int, quotes: Quotes? = nil) {
            self.kind = kind
            self.quotes = quotes
            self.start = start
            self.end = end
            nameEnd = end
        }

        @inline(__always)
        init(field start: Int, _ nameEnd: Int, _ comparison: Operator, _ end: Int, quotes: Quotes?) {
            kind = .field
            self.quotes = quotes
            self.comparison = comparison
            self.start = start
            self.end = end
            self.nameEnd = nameEnd
        }

        /// Whether it is the word, or the field with the name, that is given.
        func isA(_ kind: Kind, _ word: StaticString, in source: SourceText) -> Bool {
            let count = word.utf8CodeUnitCount
            guard self.kind == kind, nameEnd - start == count else { return false }
            return source.bytes.withUnsafeBufferPointer { bytes in
                for offset in 0..<count where bytes[start + offset] != word.utf8Start[offset] { return false }
                return true
            }
        }

        /// What a bare word says, where that is short enough.
        func shortWord(in source: SourceText) -> ShortWord? {
            if kind != .word { return nil }
            return source.bytes.withUnsafeBufferPointer { ShortWord(UnsafeBufferPointer(rebasing: $0[start..<end])) }
        }
    }
}

extension JSONScanner {
    /// Reads `true` or `false`.
    public mutating func bool() throws(JSONError) -> Bool {
        skipWhiteSpace()
        let isTrue = offset < bytes.count && bytes[offset] == UInt8(ascii: "t")
        try skip(isTrue ? "true" : "false", else: "expected true or false")
        return isTrue
    }

    /// Reads `null`.
    public mutating func null() throws(JSONError) {
        skipWhiteSpace()
        try skip("null", else: "expected null")
    }

    /// Goes past one value of any kind, which is checked as if it were read.
    public mutating func skipValue() throws(JSONError) {
        switch try nextKind() {
        case .string: _ = try string()
        case .number: _ = try number()
        case .bool: _ = try bool()
        case .null: try null()
        case .array:
            try enterArray()
            while try nextElement() { try skipValue() }
        case .object:
            try enterObject()
            while try nextKey() != nil { try skipValue() }
        }
    }

    @inline(__always)
    private mutating func skip(_ literal: StaticString, else problem: StaticString) throws(JSONError) {
        let length = literal.utf8CodeUnitCount
        guard offset + length <= bytes.count else { throw failure("\(problem)") }
        for index in 0..<length where bytes[offset + index] != literal.utf8Start[index] {
            throw failure("\(problem)")
        }
        offset += length
    }
}

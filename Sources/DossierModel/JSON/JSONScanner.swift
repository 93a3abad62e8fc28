/// A cursor over JSON text (RFC 8259) that checks as it goes and allocates nothing for a token.
///
/// The caller walks the text and says what it expects: `enterObject()`, then `nextKey()` and one value until there is no
/// key left. Strings and numbers come back as places in the text. The bytes must outlive the scanner.
public struct JSONScanner {
    /// The whole text.
    public let bytes: UnsafeBufferPointer<UInt8>
    /// The byte to be read next.
    public internal(set) var offset: Int
    /// How many arrays and objects are open here.
    public private(set) var depth = 0
    /// Whether the array or object was just entered, so that no comma stands before its next element.
    private var isAtFirstElement = false
    private let depthLimit: Int

    /// A cursor at an offset of a text.
    ///
    /// - Parameters:
    ///   - bytes: the text, UTF-8.
    ///   - offset: where to begin, in bytes.
    ///   - limits: the depth that is allowed; the length of the text is for the caller to check.
    public init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0, limits: JSONLimits = JSONLimits()) {
        self.bytes = bytes
        self.offset = max(0, min(offset, bytes.count))
        depthLimit = min(limits.depth, JSONLimits.greatestDepth)
    }

    /// Goes past spaces, tabs and line ends.
    @inline(__always)
    public mutating func skipWhiteSpace() {
        while offset < bytes.count {
            let byte = bytes[offset]
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            offset &+= 1
        }
    }

    /// Goes past white space and tells which kind of value begins there, without reading it.
    public mutating func nextKind() throws(JSONError) -> JSONKind {
        skipWhiteSpace()
        guard offset < bytes.count else { throw failure("the text ends where a value is expected") }
        switch bytes[offset] {
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
        case UInt8(ascii: "n"): return .null
        default: throw failure("expected a value")
        }
    }

    /// Goes into an object; read on with ``nextKey()``.
    public mutating func enterObject() throws(JSONError) {
        try enter(UInt8(ascii: "{"), else: "expected an object")
    }

    /// Goes into an array; read on with ``nextElement()``.
    public mutating func enterArray() throws(JSONError) {
        try enter(UInt8(ascii: "["), else: "expected an array")
    }

    /// Reads the next key of the object and goes to its value; nil when the object ended, which leaves it.
    public mutating func nextKey() throws(JSONError) -> JSONRawString? {
        guard try goToElement(before: UInt8(ascii: "}")) else { return nil }
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
            throw failure("expected a key in double quotes")
        }
        let key = try string()
        skipWhiteSpace()
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else {
            throw failure("expected : after the key")
        }
        offset += 1
        return key
    }

    /// Goes to the next element of the array; false when the array ended, which leaves it.
    public mutating func nextElement() throws(JSONError) -> Bool {
        try goToElement(before: UInt8(ascii: "]"))
    }

    /// Makes sure that nothing but white space is left.
    public mutating func finish() throws(JSONError) {
        skipWhiteSpace()
        guard offset == bytes.count else { throw failure("expected nothing after the value") }
    }

    /// An error at the cursor, or at another offset.
    @inline(never)
    public func failure(_ problem: String, at place: Int? = nil) -> JSONError {
        JSONError(problem, at: place ?? offset, in: bytes)
    }

    @inline(__always)
    private mutating func enter(_ opening: UInt8, else problem: StaticString) throws(JSONError) {
        skipWhiteSpace()
        guard offset < bytes.count, bytes[offset] == opening else { throw failure("\(problem)") }
        guard depth < depthLimit else {
            throw failure("arrays and objects are nested more than \(depthLimit) deep")
        }
        offset += 1
        depth += 1
        isAtFirstElement = true
    }

    @inline(__always)
    private mutating func goToElement(before closing: UInt8) throws(JSONError) -> Bool {
        skipWhiteSpace()
        guard offset < bytes.count else { throw failure("the text ends inside an array or object") }
        if bytes[offset] == closing {
            offset &+= 1
            depth -= 1
            isAtFirstElement = false
            return false
        }
        if isAtFirstElement {
            isAtFirstElement = false
            return true
        }
        guard bytes[offset] == UInt8(ascii: ",") else {
            throw failure("expected , or \(Character(Unicode.Scalar(closing)))")
        }
        offset += 1
        skipWhiteSpace()
        return true
    }
}

/// Reads a JSON text into a ``JSONValue`` (RFC 8259), strictly: anything outside the grammar is an error.
///
/// Invalid UTF-8 and lone surrogate escapes are errors. A byte order mark before the value is skipped, as §8.1 permits.
public struct JSONReader {
    private var scanner: JSONScanner
    private let duplicateKeys: JSONDuplicateKeys
    private var expectedMembers = 1

    /// Reads the one value of a text.
    ///
    /// - Parameters:
    ///   - bytes: the text, UTF-8.
    ///   - limits: the length and depth that are allowed.
    ///   - duplicateKeys: whether a key may stand twice in one object.
    /// - Throws: ``JSONError`` with the place of the first problem.
    public static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits = JSONLimits(),
        duplicateKeys: JSONDuplicateKeys = .allowed
    ) throws(JSONError) -> JSONValue {
        guard bytes.count <= limits.bytes else {
            let problem = "the text is longer than the limit of \(limits.bytes) bytes"
            throw JSONError(problem, at: max(limits.bytes, 0), in: bytes)
        }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let scanner = JSONScanner(bytes, from: start, limits: limits)
        var reader = JSONReader(scanner: scanner, duplicateKeys: duplicateKeys)
        let value = try reader.value()
        try reader.scanner.finish()
        return value
    }

    /// Reads the one value of a text that stands in raw memory, such as a mapped file.
    public static func read(
        _ bytes: UnsafeRawBufferPointer, limits: JSONLimits = JSONLimits(), duplicateKeys: JSONDuplicateKeys = .allowed
    ) throws(JSONError) -> JSONValue {
        try read(bytes.assumingMemoryBound(to: UInt8.self), limits: limits, duplicateKeys: duplicateKeys)
    }

    /// Reads the one value of a text that stands in an array of bytes.
    public static func read(
        _ bytes: [UInt8], limits: JSONLimits = JSONLimits(), duplicateKeys: JSONDuplicateKeys = .allowed
    ) throws(JSONError) -> JSONValue {
        try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) in
            try read(buffer, limits: limits, duplicateKeys: duplicateKeys)
        }
    }

    /// Reads the one value of a string.
    public static func read(
        _ text: String, limits: JSONLimits = JSONLimits(), duplicateKeys: JSONDuplicateKeys = .allowed
    ) throws(JSONError) -> JSONValue {
        try read(text.utf8, limits: limits, duplicateKeys: duplicateKeys)
    }

    /// Reads the one value of the UTF-8 bytes of a string.
    public static func read(
        _ text: String.UTF8View, limits: JSONLimits = JSONLimits(), duplicateKeys: JSONDuplicateKeys = .allowed
    ) throws(JSONError) -> JSONValue {
        try text.span.withUnsafeBufferPointer { (buffer) throws(JSONError) in
            try read(buffer, limits: limits, duplicateKeys: duplicateKeys)
        }
    }

    /// Reads the value at which a scanner stands, and moves the scanner behind it.
    package static func read(
        at scanner: inout JSONScanner, duplicateKeys: JSONDuplicateKeys = .allowed
    ) throws(JSONError) -> JSONValue {
        var reader = JSONReader(scanner: scanner, duplicateKeys: duplicateKeys)
        let value = try reader.value()
        scanner = reader.scanner
        return value
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        switch try scanner.nextKind() {
        case .string: return .string(scanner.text(of: try scanner.string()))
        case .number: return .number(number(at: try scanner.number()))
        case .bool: return .bool(try scanner.bool())
        case .null:
            try scanner.null()
            return .null
        case .array: return .array(try array())
        case .object: return .object(try object())
        }
    }

    private func number(at range: Range<Int>) -> JSONNumber {
        let raw = JSONRawString(start: range.lowerBound, end: range.upperBound, hasEscapes: false)
        return JSONNumber(checked: scanner.text(of: raw))
    }

    private mutating func array() throws(JSONError) -> [JSONValue] {
        var elements: [JSONValue] = []
        try scanner.enterArray()
        while try scanner.nextElement() {
            elements.append(try value())
        }
        return elements
    }

    private mutating func object() throws(JSONError) -> JSONObject {
        var members: [JSONMember] = []
        try scanner.enterObject()
        var keys = JSONKeySet()
        while let raw = try scanner.nextKey() {
            let key = scanner.text(of: raw)
            if duplicateKeys == .refused, !keys.insert(key, among: members) {
                throw scanner.failure("a key occurs twice in one object", at: raw.start - 1)
            }
            let value = try value()
            // Records of one text mostly have the same shape: room for as many members as the last one had.
            if members.isEmpty { members.reserveCapacity(expectedMembers) }
            members.append(JSONMember(key: key, value: value))
        }
        expectedMembers = min(members.count, 64)
        return JSONObject(members: members)
    }
}

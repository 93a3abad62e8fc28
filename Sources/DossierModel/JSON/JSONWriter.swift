/// Writes JSON (RFC 8259), value by value, on one line unless told to break it.
///
/// Characters stand as they are, in UTF-8; only `"`, `\` and control characters are escaped. The separators between
/// elements come by themselves; that keys and values alternate and that what began ends is up to the caller.
public struct JSONWriter: Sendable {
    private var output = ByteBuffer()
    /// How many arrays and objects are open.
    public private(set) var depth = 0
    /// Whether a space follows each comma and colon that comes; what stands after a value is chosen when it ends.
    var style: JSONStyle
    /// What stands before the next key or value.
    private var separator = JSONSeparator.none
    private var hasLineBreak = false

    /// A writer of the style of the saved state: `{"id": "s1", "title": "…"}`.
    public init() {
        self.init(style: .spaced)
    }

    /// A writer of a given style.
    public init(style: JSONStyle) {
        self.style = style
    }

    /// What was written since the beginning, or since ``removeBytes()``.
    public var bytes: [UInt8] { Array(written) }

    /// The same, without a copy.
    public var written: ArraySlice<UInt8> { output.written }

    /// Whether what was written is these bytes.
    public func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { output.holds(bytes) }

    /// How many bytes were written.
    public var count: Int { output.count }

    /// What was written, as a string.
    public var text: String {
        String(decoding: written, as: UTF8.self)
    }

    /// Writes a value with all it holds.
    public mutating func write(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let bool): self.bool(bool)
        case .number(let number): raw(number.text)
        case .string(let string): self.string(string)
        case .array(let elements):
            beginArray()
            for element in elements { write(element) }
            endArray()
        case .object(let object):
            beginObject()
            for member in object.members {
                key(member.key)
                write(member.value)
            }
            endObject()
        }
    }

    /// Opens an object.
    public mutating func beginObject() { begin(UInt8(ascii: "{")) }

    /// Closes an object.
    public mutating func endObject() { end(UInt8(ascii: "}")) }

    /// Opens an array.
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }

    /// Closes an array.
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    /// Writes the key of the value that comes next.
    public mutating func key(_ key: String) {
        JSONEscaping.append(
            key, after: takeSeparator(), before: style == .spaced ? ": " : ":", to: &output)
    }

    /// Writes a key that is ready.
    @inline(__always)
    public mutating func key(_ key: JSONKey) {
        let before = takeSeparator()
        output.append(atMost: JSONSeparator.greatestSize + JSONKey.greatestSize) { cursor in
            before.write(at: &cursor)
            cursor.put(key.block, count: key.count)
        }
    }

    /// Writes a key in which nothing must be escaped.
    @inline(__always)
    public mutating func key(plain key: StaticString) {
        let before = takeSeparator()
        let isSpaced = style == .spaced
        output.append(atMost: JSONSeparator.greatestSize + key.utf8CodeUnitCount + 4) { cursor in
            before.write(at: &cursor)
            cursor.put(UInt8(ascii: "\""))
            cursor.put(key)
            cursor.put("\":")
            if isSpaced { cursor.put(UInt8(ascii: " ")) }
        }
    }

    /// Writes a string.
    public mutating func string(_ string: String) {
        JSONEscaping.append(string, after: takeSeparator(), to: &output)
        separator = .between(style)
    }

    /// Writes a string of which the UTF-8 stands somewhere in memory.
    public mutating func string(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        JSONEscaping.append(utf8: bytes, after: takeSeparator(), to: &output)
        separator = .between(style)
    }

    /// Writes a whole number.
    public mutating func integer(_ integer: Int) {
        let before = takeSeparator()
        let longest = 20
        output.append(atMost: JSONSeparator.greatestSize + longest) { cursor in
            before.write(at: &cursor)
            cursor.put(integer)
        }
        separator = .between(style)
    }

    /// Writes `true` or `false`.
    public mutating func bool(_ bool: Bool) { raw(bool ? "true" : "false") }

    /// Writes `null`.
    public mutating func null() { raw("null") }

    /// Writes a value that is JSON already, as it stands.
    public mutating func raw(_ json: String) {
        json.utf8.span.withUnsafeBufferPointer { raw($0) }
    }

    /// Writes a value that is JSON already, as it stands, from bytes.
    public mutating func raw(_ json: UnsafeBufferPointer<UInt8>) {
        let before = takeSeparator()
        output.append(atMost: JSONSeparator.greatestSize + json.count) { cursor in
            before.write(at: &cursor)
            cursor.put(json)
        }
        separator = .between(style)
    }

    /// Begins a new line: inside an array or object the next element or closing bracket stands on it, outside it ends the
    /// value, so that another one may follow (JSON Lines).
    public mutating func lineBreak() {
        guard depth == 0 else {
            separator = separator.withLineBreak
            hasLineBreak = true
            return
        }
        output.append(atMost: 1) { $0.put(UInt8(ascii: "\n")) }
        separator = .none
    }

    /// Leaves the text that is being written as it is, with what is open in it, and begins another one right behind it.
    public mutating func breakOff() {
        depth = 0
        separator = .none
        hasLineBreak = false
    }

    /// Forgets the bytes written so far, once they have been put elsewhere, and goes on at the same place; outside of arrays
    /// and objects with a text of its own.
    public mutating func removeBytes() {
        output.removeAll()
        if depth == 0 { separator = .none }
    }

    @inline(__always)
    private mutating func begin(_ bracket: UInt8) {
        let before = takeSeparator()
        output.append(atMost: JSONSeparator.greatestSize + 1) { cursor in
            before.write(at: &cursor)
            cursor.put(bracket)
        }
        depth += 1
    }

    @inline(__always)
    private mutating func end(_ bracket: UInt8) {
        let hasLineBreak = hasLineBreak
        output.append(atMost: 2) { cursor in
            if hasLineBreak { cursor.put(UInt8(ascii: "\n")) }
            cursor.put(bracket)
        }
        self.hasLineBreak = false
        depth -= 1
        separator = .between(style)
    }

    /// What stands before a key or a value, once; a value after its key needs nothing.
    @inline(__always)
    private mutating func takeSeparator() -> JSONSeparator {
        defer {
            separator = .none
            hasLineBreak = false
        }
        return separator
    }
}

/// Writes JSON (RFC 8259), value by value, on one line unless told to break it.
///
/// Characters stand as they are, in UTF-8; only `"`, `\` and control characters are escaped. The separators between
/// elements come by themselves; that keys and values alternate and that what began ends is up to the caller.
public struct JSONWriter {
    /// What was written since the beginning, or since ``removeBytes()``.
    public private(set) var bytes: [UInt8] = []
    /// How many arrays and objects are open.
    public private(set) var depth = 0
    private let style: JSONStyle
    private var needsComma = false
    private var hasLineBreak = false

    /// A writer of the style of the saved state: `{"id": "s1", "title": "…"}`.
    public init() {
        self.init(style: .spaced)
    }

    /// A writer of a given style.
    public init(style: JSONStyle) {
        self.style = style
    }

    /// What was written, as a string.
    public var text: String {
        String(decoding: bytes, as: UTF8.self)
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
        separate()
        JSONEscaping.append(key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        if style == .spaced { bytes.append(UInt8(ascii: " ")) }
    }

    /// Writes a string.
    public mutating func string(_ string: String) {
        separate()
        JSONEscaping.append(string, to: &bytes)
        needsComma = true
    }

    /// Writes a whole number.
    public mutating func integer(_ integer: Int) { raw(String(integer)) }

    /// Writes `true` or `false`.
    public mutating func bool(_ bool: Bool) { raw(bool ? "true" : "false") }

    /// Writes `null`.
    public mutating func null() { raw("null") }

    /// Writes a value that is JSON already, as it stands.
    public mutating func raw(_ json: String) {
        separate()
        bytes.append(contentsOf: json.utf8)
        needsComma = true
    }

    /// Writes a value that is JSON already, as it stands, from bytes.
    public mutating func raw(_ json: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(contentsOf: json)
        needsComma = true
    }

    /// Begins a new line: inside an array or object the next element or closing bracket stands on it, outside it ends the
    /// value, so that another one may follow (JSON Lines).
    public mutating func lineBreak() {
        guard depth == 0 else {
            hasLineBreak = true
            return
        }
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    /// Forgets the bytes written so far, once they have been put elsewhere, and goes on at the same place; outside of arrays
    /// and objects with a text of its own.
    public mutating func removeBytes() {
        bytes.removeAll(keepingCapacity: true)
        if depth == 0 { needsComma = false }
    }

    private mutating func begin(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        depth += 1
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        if hasLineBreak { bytes.append(UInt8(ascii: "\n")) }
        hasLineBreak = false
        bytes.append(bracket)
        depth -= 1
        needsComma = true
    }

    /// Writes what stands before a key or a value; a value after its key needs nothing.
    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if hasLineBreak {
            bytes.append(UInt8(ascii: "\n"))
        } else if needsComma, style == .spaced {
            bytes.append(UInt8(ascii: " "))
        }
        needsComma = false
        hasLineBreak = false
    }
}

/// A JSON value (RFC 8259 §3) as it was written: numbers keep their digits, objects keep the order of their members.
///
/// Equality compares the written form. `1` and `1.0` differ; so do composed and decomposed letters, and objects with their
/// members in another order.
public enum JSONValue: Sendable, Hashable {
    /// The literal `null`.
    case null
    /// One of the literals `true` and `false`.
    case bool(Bool)
    /// A number, with the exact text it was written with.
    case number(JSONNumber)
    /// A string, its escapes resolved.
    case string(String)
    /// The elements of an array, in order.
    case array([JSONValue])
    /// An object, its members in order.
    case object(JSONObject)

    /// The value as JSON on one line, in the style of the saved state: `{"id": "s1", "tags": ["a", "b"]}`.
    public var text: String {
        text(style: .spaced)
    }

    /// The value as JSON on one line.
    ///
    /// - Parameter style: whether a space follows each comma and colon.
    public func text(style: JSONStyle) -> String {
        var writer = JSONWriter(style: style)
        writer.write(self)
        return writer.text
    }
}

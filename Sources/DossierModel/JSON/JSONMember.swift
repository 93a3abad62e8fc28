/// One member of a JSON object: a key and its value (RFC 8259 §4).
public struct JSONMember: Sendable, Hashable {
    /// The name of the member, its escapes resolved.
    public var key: String
    /// What the key names.
    public var value: JSONValue

    /// A member with a key and a value.
    public init(key: String, value: JSONValue) {
        self.key = key
        self.value = value
    }
}

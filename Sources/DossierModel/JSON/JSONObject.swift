/// A JSON object whose members keep their order (RFC 8259 §4).
///
/// Look-up is linear, because records have few members. A key may occur twice if the reader allowed it.
public struct JSONObject: Sendable, Hashable {
    /// The members, in order.
    public var members: [JSONMember]

    /// An object with the given members, in order.
    public init(members: [JSONMember] = []) {
        self.members = members
    }

    /// An object with the given keys and values, in order.
    public init(_ pairs: some Sequence<(String, JSONValue)>) {
        members = pairs.map { JSONMember(key: $0, value: $1) }
    }

    /// The value of a key: the last one where the key stands more than once, nil where it does not stand.
    ///
    /// A value set for a key that stands replaces the last one in its place; a new key goes to the end; nil removes every
    /// member of that key.
    public subscript(key: String) -> JSONValue? {
        get {
            members.last { $0.key.hasSameBytes(as: key) }?.value
        }
        set {
            guard let newValue else {
                members.removeAll { $0.key.hasSameBytes(as: key) }
                return
            }
            if let index = members.lastIndex(where: { $0.key.hasSameBytes(as: key) }) {
                members[index].value = newValue
            } else {
                members.append(JSONMember(key: key, value: newValue))
            }
        }
    }

    /// The keys, in order.
    public var keys: [String] {
        members.map(\.key)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object, from a literal; its members keep the order of the literal.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }
}

extension JSONValue {
    /// The text of a string; nil for every other kind of value.
    public var string: String? {
        if case .string(let string) = self { string } else { nil }
    }

    /// The whole number that a number spells (see ``JSONNumber/integer``); nil for every other kind of value.
    public var integer: Int? {
        if case .number(let number) = self { number.integer } else { nil }
    }

    /// The truth of `true` or `false`; nil for every other kind of value.
    public var bool: Bool? {
        if case .bool(let bool) = self { bool } else { nil }
    }

    /// The elements of an array; nil for every other kind of value.
    public var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members of an object; nil for every other kind of value.
    public var object: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }
}

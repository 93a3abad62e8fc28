/// Changes as JSON, in the form in which the log holds them.
///
///     {"put": {"kind": "event", "id": "e1", …}, "was": {…}}     a record that is new, or takes the place of another
///     {"drop": "e1", "was": {…}, "after": "e0"}                  a record that goes; null where it was the first
///
/// What was before stands beside what is after, so that a change can be taken back from the log alone.
extension Change {
    var json: JSONValue {
        var members: [JSONMember] = []
        if let new {
            members.append(JSONMember(key: "put", value: new.json(kind: true)))
        } else if let old {
            members.append(JSONMember(key: "drop", value: .string(old.id.text)))
        }
        if let old { members.append(JSONMember(key: "was", value: old.json(kind: true))) }
        switch place {
        case .last: break
        case .first: members.append(JSONMember(key: "after", value: .null))
        case .after(let id): members.append(JSONMember(key: "after", value: .string(id.text)))
        }
        return .object(JSONObject(members: members))
    }

    init(json: JSONValue) throws(ValueError) {
        guard case .object(let object) = json else { throw ValueError("a change is a JSON object") }
        let new = try object["put"].map(Change.record)
        let old = try object["was"].map(Change.record)
        if new == nil, object["drop"] == nil { throw ValueError("a change puts a record or drops one") }
        if new == nil, old == nil { throw ValueError("a change that drops a record holds it") }
        let place: Place
        switch object["after"] {
        case nil: place = .last
        case .null?: place = .first
        case .string(let text)?: place = .after(try Identifier(text))
        default: throw ValueError("'after' names a record")
        }
        self.init(old: old, new: new, place: place)
    }

    private static func record(_ json: JSONValue) throws(ValueError) -> Record {
        guard case .object(let object) = json, case .string(let word)? = object["kind"],
            let kind = Kind(rawValue: word)
        else { throw ValueError("a record in a change says its kind") }
        return try Record(kind, json: json)
    }
}

import DossierTime

/// Changes as JSON, in the form in which the log holds them.
///
///     {"put":{"kind": "event", "id": "e1", …},"was":{…}}     a record that is new, or takes the place of another
///     {"drop":"e1","was":{…},"after":"e0"}                    a record that goes; null where it was the first
///     {"put":{…},"after":"e0","renamed":true}                 a record under a new id, in the place of the one that goes
///
/// What was before stands beside what is after, so that a change can be taken back from the log alone. A record stands as in
/// the state, with its kind before its id.
extension Change {
    /// Writes the change as a JSON object.
    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        if let new {
            writer.key(plain: "put")
            new.write(to: &writer, kind: true)
        } else if let old {
            writer.key(plain: "drop")
            writer.string(old.id.text)
        }
        if let old {
            writer.key(plain: "was")
            old.write(to: &writer, kind: true)
        }
        switch place {
        case .last: break
        case .first:
            writer.key(plain: "after")
            writer.null()
        case .after(let id):
            writer.key(plain: "after")
            writer.string(id.text)
        }
        if isRenamed {
            writer.key(plain: "renamed")
            writer.bool(true)
        }
        writer.endObject()
    }

    /// Reads a change as the log holds it.
    ///
    /// - Throws: a value error where it is not a change.
    public init(json: JSONValue) throws(ValueError) {
        guard case .object(let object) = json else { throw ValueError("a change must be a JSON object") }
        let new = try object["put"].map(Change.record)
        let old = try object["was"].map(Change.record)
        if new == nil, object["drop"] == nil { throw ValueError("a change must put a record or drop one") }
        if new == nil, old == nil { throw ValueError("a change that drops a record must contain it") }
        let place: Place
        switch object["after"] {
        case nil: place = .last
        case .null?: place = .first
        case .string(let text)?: place = .after(try Identifier(text))
        default: throw ValueError("'after' must name a record")
        }
        self.init(old: old, new: new, place: place, isRenamed: object["renamed"] == .bool(true))
    }

    private static func record(_ json: JSONValue) throws(ValueError) -> Record {
        guard case .object(let object) = json, case .string(let word)? = object["kind"],
            let kind = Kind(rawValue: word)
        else { throw ValueError("a record in a change must name its kind") }
        return try Record(kind, json: json)
    }
}

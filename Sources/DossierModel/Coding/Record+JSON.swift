import DossierTime

/// Records as JSON, in the form in which sessions and logs hold them.
extension Record {
    /// The record as a JSON object: its id, then its fields in order.
    ///
    /// - Parameter kind: whether the object begins with the record's kind, for where no list says it.
    public func json(kind withKind: Bool = false) -> JSONValue {
        var members: [JSONMember] = []
        if withKind { members.append(JSONMember(key: "kind", value: .string(kind.rawValue))) }
        if kind != .session { members.append(JSONMember(key: "id", value: .string(id.text))) }
        for entry in entries { members.append(JSONMember(key: entry.name.text, value: json(of: entry))) }
        return .object(JSONObject(members: members))
    }

    /// Writes the same object, without making values of it first, in the style of the saved state wherever it stands.
    public func write(to writer: inout JSONWriter, kind withKind: Bool = false) {
        let outer = writer.style
        writer.style = .spaced
        writer.beginObject()
        if withKind {
            writer.key(plain: "kind")
            writer.string(kind.rawValue)
        }
        if kind != .session {
            writer.key(plain: "id")
            writer.string(id.text)
        }
        let definition = kind.definition
        // Where they lie: a loop over the array would hold each entry, with what it holds, while it is written.
        entries.withUnsafeBufferPointer { entries in
            for index in entries.indices { entries[index].write(to: &writer, definition) }
        }
        writer.style = outer
        writer.endObject()
    }

    private func json(of entry: Entry) -> JSONValue {
        switch entry.content {
        case .unknown(let json): return json
        case .values(let values):
            return kind.definition.isList(entry.name, values) ? .array(values.map(\.json)) : values.first?.json ?? .null
        }
    }

    /// Reads a record of a kind from a JSON object.
    ///
    /// - Throws: `ValueError` where there is no id, a field is given twice, or a known field does not hold what it should.
    init(_ kind: Kind, json: JSONValue, id known: Identifier? = nil) throws(ValueError) {
        guard case .object(let object) = json else { throw ValueError("\(kind.withArticle) must be a JSON object") }
        let id: Identifier
        if kind == .session {
            id = .session
        } else {
            guard case .string(let text)? = object["id"] else { throw ValueError("\(kind.withArticle) has no id") }
            id = try Identifier(text)
            if let given = id.given, given.kind != kind {
                throw ValueError(
                    "'\(text)' is the form of an id for \(given.kind.withArticle), not for \(kind.withArticle)")
            }
        }
        self.init(kind, id)
        var seen = FieldNameSet()
        reserve(object.members.count)
        for member in object.members {
            let name = FieldName(member.key)
            guard seen.insert(name) else { throw ValueError("'\(member.key)' occurs twice in \(id)") }
            if (member.key == "id" && kind != .session) || member.key == "kind" { continue }
            guard let field = kind.definition.field(name) else {
                append(name, .unknown(member.value))
                continue
            }
            do throws(ValueError) {
                let values = try Record.values(of: field, member.value)
                if !values.isEmpty { append(name, .values(values)) }
            } catch {
                throw ValueError("'\(member.key)' of \(id): \(error.problem)", expectation: error.expectation)
            }
        }
        putInOrder()
    }

    /// Reads the values of a field.
    static func values(of field: FieldDefinition, _ json: JSONValue) throws(ValueError) -> [FieldValue] {
        if case .string("") = json, field.type.isText { return [] }
        guard case .array(let elements) = json else { return [try value(of: field, json)] }
        guard field.holdsMany else { throw ValueError("it must be one value, not a list") }
        var values: [FieldValue] = []
        for element in elements { values.append(try value(of: field, element)) }
        return values
    }

    /// Reads one value of a field.
    static func value(of field: FieldDefinition, _ json: JSONValue) throws(ValueError) -> FieldValue {
        if field.type.isQuote { return .quote(try TextQuoteSelector(json: json)) }
        guard case .string(let text) = json else { throw ValueError("it must be text") }
        return try FieldValue.stored(text, as: field.type)
    }
}

extension Record.Entry {
    /// The keys of the fields that have a number, by it.
    private static let keys = FieldName.known.map { JSONKey($0) }

    fileprivate func write(to writer: inout JSONWriter, _ definition: KindDefinition) {
        if let number = name.number, let key = Record.Entry.keys[number] {
            writer.key(key)
        } else {
            writer.key(name.text)
        }
        switch content {
        case .unknown(let json): writer.write(json)
        case .values(let values):
            if definition.isList(name, values) {
                writer.beginArray()
                for index in values.indices { values[index].write(to: &writer) }
                writer.endArray()
            } else {
                values.first?.write(to: &writer)
            }
        }
    }
}

extension KindDefinition {
    /// Whether the values of a field are written as a list.
    fileprivate func isList(_ name: FieldName, _ values: [FieldValue]) -> Bool {
        holdsMany(name) && (name.number != nil || values.count != 1 || !name.isCustom)
    }
}

extension FieldValue {
    /// The value as JSON: text in the typed form, of a quote its selector.
    public var json: JSONValue {
        if case .quote(let quote) = self { return quote.json }
        return .string(typed)
    }

    fileprivate func write(to writer: inout JSONWriter) {
        switch self {
        case .text(let text): writer.string(text)
        case .reference(let id): writer.string(id.text)
        case .when(let when): writer.string(when.text)
        case .quote(let quote): writer.write(quote.json)
        default: writer.string(typed)
        }
    }
}

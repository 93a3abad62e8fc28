/// Reading a record as this program writes it, which is how nearly all stand.
extension Record {
    /// Reads a record from its bytes without making values of JSON first; nil where it holds anything but fields of the kind
    /// with texts in them, in their order, so that the general reader has to look at it.
    init?(_ kind: Kind, scanning bytes: UnsafeBufferPointer<UInt8>) {
        var scanner = JSONScanner(bytes)
        do throws(JSONError) {
            guard let record = try scanner.record(kind) else { return nil }
            try scanner.finish()
            self = record
        } catch {
            return nil
        }
    }
}

extension Record {
    /// Reads a record from bytes that hold one in any form; nil where they do not.
    init?(
        _ kind: Kind, standing bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits = JSONLimits(),
        duplicateKeys: JSONDuplicateKeys = .allowed
    ) {
        if let record = Record(kind, scanning: bytes) {
            self = record
        } else if let json = try? JSONReader.read(bytes, limits: limits, duplicateKeys: duplicateKeys),
            let record = try? Record(kind, json: json)
        {
            self = record
        } else {
            return nil
        }
    }
}

extension JSONScanner {
    /// Reads a record; nil where it holds anything but fields of the kind with texts in them, in their order.
    ///
    /// - Parameter kind: its kind; where none is given the record says it before its id, as it does in a change.
    mutating func record(_ kind: Kind?) throws(JSONError) -> Record? {
        try enterObject()
        var kind = kind
        if kind == nil {
            guard let key = try nextKey(), matches(key, "kind") else { return nil }
            kind = Kind(rawValue: text(of: try string()))
        }
        guard let kind, let key = try nextKey(), matches(key, "id"),
            let id = try? Identifier(text(of: try string())), id.given?.kind ?? kind == kind
        else { return nil }
        var record = Record(kind, id)
        let definition = kind.definition
        record.reserve(definition.fields.count)
        var last = -1
        while let key = try nextKey() {
            let name = FieldName(text(of: key))
            guard name.number != nil, let rank = definition.rank(of: name), rank > last,
                let values = try values(of: definition.fields[rank])
            else { return nil }
            last = rank
            record.append(name, .values(values))
        }
        return record
    }

    /// Reads the values of a field, texts or a list of texts; nil where it holds something else, or nothing.
    mutating func values(of field: FieldDefinition) throws(JSONError) -> [FieldValue]? {
        switch try nextKind() {
        case .string: return try value(of: field).map { [$0] }
        case .array where field.holdsMany:
            var values: [FieldValue] = []
            try enterArray()
            while try nextElement() {
                guard try nextKind() == .string, let value = try value(of: field) else { return nil }
                values.append(value)
            }
            return values.isEmpty ? nil : values
        default: return nil
        }
    }

    private mutating func value(of field: FieldDefinition) throws(JSONError) -> FieldValue? {
        let text = text(of: try string())
        return text.isEmpty ? nil : try? FieldValue.stored(text, as: field.type)
    }
}

extension Record {
    /// The ids of the records that were merged into it, the last one last.
    public var mergedIdentifiers: [Identifier] {
        texts(.merged).compactMap { $0.split(separator: " ", maxSplits: 1).first.map { Identifier(known: String($0)) } }
    }

    /// The record with another in the place of one that it names, each named once in a field.
    public func naming(_ other: Identifier, insteadOf id: Identifier) -> Record {
        var record = self
        for name in fields(naming: id) {
            var values: [FieldValue] = []
            for value in self[name] {
                let turned = value.naming(other, insteadOf: id)
                if !values.contains(turned) { values.append(turned) }
            }
            record[name] = values
        }
        return record
    }
}

extension FieldValue {
    fileprivate func naming(_ other: Identifier, insteadOf id: Identifier) -> FieldValue {
        switch self {
        case .reference(id): return .reference(other)
        case .quote(let quote) where quote.source == id:
            var turned = TextQuoteSelector(
                source: other, exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix, position: quote.position)
            turned.unknownMembers = quote.unknownMembers
            return .quote(turned)
        default: return self
        }
    }
}

extension Session {
    /// The record into which one was merged; nil where it was not, or stands again.
    public func record(mergedFrom id: Identifier) -> Record? {
        if self[id] != nil { return nil }
        for kind in Kind.listed {
            for record in records(FieldProjection(kind, [.merged])) where record.mergedIdentifiers.contains(id) {
                return self[record.id]
            }
        }
        return nil
    }
}

import DossierTime

/// One record of a session: its kind, its id and its fields.
///
/// Fields are in the order of the kind's definition; custom fields follow, sorted by name. Fields that this version does not
/// know are kept in place and written back.
public struct Record: Sendable, Hashable {
    /// What it is.
    public let kind: Kind
    /// Its name.
    public let id: Identifier
    /// Its fields, those without a value left out.
    public private(set) var entries: [Entry] = []

    /// A field and what it holds.
    public struct Entry: Sendable, Hashable {
        /// The field's name.
        public let name: FieldName
        /// What it holds.
        public var content: Content
    }

    /// What a field holds.
    public enum Content: Sendable, Hashable {
        /// Values of a known field; never none.
        case values([FieldValue])
        /// The JSON of a field that this version does not know.
        case unknown(JSONValue)
    }

    /// Makes a record without fields.
    public init(_ kind: Kind, _ id: Identifier) {
        self.kind = kind
        self.id = id
    }

    /// Makes room for so many fields, so that it need not be made one by one.
    public mutating func reserve(_ count: Int) { entries.reserveCapacity(count) }

    /// The values of a field; none where it is empty.
    public subscript(name: FieldName) -> [FieldValue] {
        get {
            for entry in entries where entry.name == name {
                if case .values(let values) = entry.content { return values }
            }
            return []
        }
        set {
            if let index = entries.firstIndex(where: { $0.name == name }) {
                if newValue.isEmpty {
                    entries.remove(at: index)
                } else {
                    entries[index].content = .values(newValue)
                }
            } else if !newValue.isEmpty {
                let place = place(for: name)
                let entry = Entry(name: name, content: .values(newValue))
                if place == entries.count { entries.append(entry) } else { entries.insert(entry, at: place) }
            }
        }
    }

    /// Adds a field at the end, as it is read from JSON in the order of the definition.
    public mutating func append(_ name: FieldName, _ content: Content) {
        entries.append(Entry(name: name, content: content))
    }

    /// Puts the known fields into the order of the definition; each unknown one follows the known one that it followed.
    mutating func putInOrder() {
        let definition = kind.definition
        let isOrdered = zip(entries, entries.dropFirst()).allSatisfy { left, right in
            guard let leftRank = definition.rank(of: left.name), let rightRank = definition.rank(of: right.name) else {
                return true
            }
            return leftRank < rightRank || (leftRank == rightRank && left.name.text < right.name.text)
        }
        let hasUnknown = entries.contains { definition.rank(of: $0.name) == nil }
        if isOrdered, !hasUnknown { return }
        let old = entries
        entries = []
        var unknowns: [(after: FieldName?, entry: Entry)] = []
        var last: FieldName?
        for entry in old {
            if definition.rank(of: entry.name) == nil {
                unknowns.append((last, entry))
            } else {
                entries.insert(entry, at: place(for: entry.name))
                last = entry.name
            }
        }
        for (after, entry) in unknowns.reversed() {
            let index = after.flatMap { name in entries.firstIndex { $0.name == name } }.map { $0 + 1 } ?? 0
            entries.insert(entry, at: index)
        }
    }

    /// Whether two records are the same, code point for code point; `==` takes composed and decomposed letters for one.
    public static func areAlike(_ left: Record?, _ right: Record?) -> Bool {
        guard left == right else { return false }
        guard let left, let right else { return true }
        return left.json().text.utf8.elementsEqual(right.json().text.utf8)
    }

    private func place(for name: FieldName) -> Int {
        let definition = kind.definition
        guard let rank = definition.rank(of: name) else { return entries.count }
        var place = 0
        for (index, entry) in entries.enumerated() {
            guard let other = definition.rank(of: entry.name) else { continue }
            if other < rank || (other == rank && entry.name.text < name.text) { place = index + 1 }
        }
        return place
    }
}

extension Record {
    /// The first value of a text field.
    public func text(_ name: FieldName) -> String? {
        if case .text(let text)? = self[name].first { return text }
        return nil
    }

    /// All values of a text field.
    public func texts(_ name: FieldName) -> [String] {
        self[name].compactMap { value in
            if case .text(let text) = value { return text }
            return nil
        }
    }

    /// The time of a field.
    public func when(_ name: FieldName) -> When? {
        if case .when(let when)? = self[name].first { return when }
        return nil
    }

    /// The records that a field names.
    public func references(_ name: FieldName) -> [Identifier] {
        self[name].compactMap { value in
            if case .reference(let id) = value { return id }
            return nil
        }
    }

    /// The quantities of a field.
    public func quantities(_ name: FieldName) -> [Quantity] {
        self[name].compactMap { value in
            if case .quantity(let quantity) = value { return quantity }
            return nil
        }
    }

    /// The words of a source that the record is anchored to.
    public var quote: TextQuoteSelector? {
        if case .quote(let quote)? = self[.quote].first { return quote }
        return nil
    }

    /// The grade of the record.
    public var grade: Grade? {
        if case .grade(let grade)? = self[.grade].first { return grade }
        return nil
    }

    /// What names the record to a person: its title, name or text, in one line; its id where it has none.
    public var title: String {
        let own = text(kind.titleField) ?? text(.text)
        return own ?? id.text
    }

    /// Every record that this one names, each once, in the order of the fields; a quote names its source.
    public var mentions: [Identifier] {
        var mentions: [Identifier] = []
        mentions.reserveCapacity(4)
        for entry in entries {
            guard case .values(let values) = entry.content else { continue }
            for value in values {
                switch value {
                case .reference(let id) where !mentions.contains(id): mentions.append(id)
                case .quote(let quote) where !mentions.contains(quote.source): mentions.append(quote.source)
                default: continue
                }
            }
        }
        return mentions
    }

    /// The fields by which the record names another, in their order.
    public func fields(naming id: Identifier) -> [FieldName] {
        entries.compactMap { entry in
            guard case .values(let values) = entry.content else { return nil }
            let names = values.contains { value in
                switch value {
                case .reference(let other): other == id
                case .quote(let quote): quote.source == id
                default: false
                }
            }
            return names ? entry.name : nil
        }
    }
}

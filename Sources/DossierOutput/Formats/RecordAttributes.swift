import DossierLanguage
import DossierModel
import DossierTime

/// What a node or an edge of a graph states of a record: one value for each name, where lists stand in one.
struct RecordAttributes {
    /// All of it, in the order of the fields.
    private(set) var all: [Attribute] = []
    private let role: Role

    /// A name with its value.
    struct Attribute {
        let name: String
        let value: String
        let isNumber: Bool

        init(_ name: String, _ value: String, isNumber: Bool = false) {
            self.name = name
            self.value = value
            self.isNumber = isNumber
        }
    }

    /// What the record is in the graph.
    enum Role {
        /// A node, of which the label is the title.
        case node
        /// An edge, at which no other edge ends.
        case edge
    }

    /// The values that are texts, by their names.
    var texts: [(field: String, text: String)] { all.map { ($0.name, $0.value) } }

    /// Reads a record.
    init(of record: Record, as role: Role, losses: inout LossReport) {
        self.role = role
        if role == .node { all.append(Attribute("kind", record.kind.rawValue)) }
        for entry in record.entries {
            switch entry.content {
            case .unknown: losses.lose(entry.name.text, of: record, "this version does not know the field")
            case .values(let values): add(entry.name, values, of: record, &losses)
            }
        }
    }

    private mutating func add(
        _ name: FieldName, _ values: [FieldValue], of record: Record, _ losses: inout LossReport
    ) {
        switch values.first {
        case nil: return
        case .reference: addReferences(name, of: record, &losses)
        case .when(let when): addTime(when, as: name, of: record.kind)
        case .quantity(let quantity): addQuantity(quantity, values, of: record, &losses)
        case .coordinates(let point): addPoint(point)
        case .quote(let quote): addQuote(quote, of: record, &losses)
        case .text where isLabel(name, of: record.kind): return
        case .text where name == .text && record.kind == .source:
            losses.lose(name.text, of: record, "a graph holds no documents")
        default:
            let texts = values.map(\.typed)
            all.append(Attribute(name.text, texts.count == 1 ? texts[0] : CSVList.text(of: texts)))
        }
    }

    /// Whether the graph holds a field as the label of the node or the edge.
    private func isLabel(_ name: FieldName, of kind: Kind) -> Bool {
        kind == .link ? name == .relation : name == kind.titleField
    }

    /// The records that a node names are edges, as are the ends of a link; an edge states only ids.
    private mutating func addReferences(_ name: FieldName, of record: Record, _ losses: inout LossReport) {
        if role == .node || name == .from || name == .to { return }
        all.append(Attribute(name.text + "s", CSVList.text(of: record.references(name).map(\.text))))
        losses.putInWords(name.text, of: record, "an edge cannot be the end of another")
    }

    /// `when` is the time at which a record has its place: of a claim when it was said, of a source when it was published.
    private mutating func addTime(_ when: When, as name: FieldName, of kind: Kind) {
        let isPlace: Bool
        switch kind {
        case .claim: isPlace = name == .said
        case .source: isPlace = name == .published
        default: isPlace = name == .when
        }
        if !isPlace {
            all.append(Attribute(name == .when ? "speaks_of" : name.text, when.text))
            return
        }
        all.append(Attribute("when", when.text))
        if case .moment = when.earliest { all.append(Attribute("earliest", when.earliestDay)) }
        if case .moment = when.latest { all.append(Attribute("latest", when.latestDay)) }
    }

    private mutating func addQuantity(
        _ first: Quantity, _ values: [FieldValue], of record: Record, _ losses: inout LossReport
    ) {
        let texts = values.map(\.typed)
        all.append(Attribute("quantity", texts.count == 1 ? texts[0] : CSVList.text(of: texts)))
        if values.count > 1 { losses.putInWords("quantity", of: record, "numbers are those of the first") }
        let isOne = first.low == first.best && first.high == first.best
        let numbers = [("low", isOne ? nil : first.low), ("best", first.best), ("high", isOne ? nil : first.high)]
        for (name, number) in numbers {
            if let number { all.append(Attribute("quantity_" + name, "\(number)", isNumber: true)) }
        }
        if let unit = first.unit { all.append(Attribute("quantity_unit", unit)) }
    }

    private mutating func addPoint(_ point: Coordinates) {
        for (name, degrees) in zip(["latitude", "longitude"], point.text.split(separator: ",")) {
            all.append(Attribute(name, String(degrees), isNumber: true))
        }
    }

    private mutating func addQuote(_ quote: TextQuoteSelector, of record: Record, _ losses: inout LossReport) {
        all.append(Attribute("quote", quote.exact))
        if quote.position != nil || !quote.prefix.isEmpty || !quote.suffix.isEmpty {
            losses.lose("quote", of: record, "its position and the words around it")
        }
        if !quote.unknownMembers.isEmpty {
            losses.lose("quote", of: record, "members that this version does not know")
        }
    }
}

/// Who names whom among the saved records: for each record those that name it, in ascending order.
struct SavedReferrers: Sendable {
    private let starts: ContiguousArray<Int32>
    private let referrers: ContiguousArray<Int32>
    /// Those who name an id that no saved record has.
    private let others: [Identifier: [Int32]]

    init(_ records: SavedRecords, identifiers: SavedIdentifiers) {
        let parts = Processors.parts(of: records.bytes.count)
        let found = Processors.map(parts) { part in
            SavedReferrers.mentions(
                records, identifiers, Processors.range(part, of: parts, count: records.count))
        }
        var counts = ContiguousArray<Int32>(repeating: 0, count: records.count + 1)
        for part in found { for mention in part.pairs { counts[Int(mention.to) + 1] += 1 } }
        for index in 1..<max(counts.count, 1) { counts[index] += counts[index - 1] }
        starts = counts
        var referrers = ContiguousArray<Int32>(repeating: 0, count: Int(counts.last ?? 0))
        for part in found {
            for mention in part.pairs {
                referrers[Int(counts[Int(mention.to)])] = mention.from
                counts[Int(mention.to)] += 1
            }
        }
        self.referrers = referrers
        var others: [Identifier: [Int32]] = [:]
        for part in found { for other in part.others { others[other.to, default: []].append(other.from) } }
        self.others = others
    }

    /// The records that name an id.
    func of(_ id: Identifier, at position: Int32?) -> [Int32] {
        guard let position else { return others[id, default: []] }
        return Array(referrers[Int(starts[Int(position)])..<Int(starts[Int(position) + 1])])
    }

    /// Who names whom, as one thread finds it.
    fileprivate struct Mentions {
        var pairs = ContiguousArray<(from: Int32, to: Int32)>()
        var others: [(from: Int32, to: Identifier)] = []
    }

    fileprivate static func mentions(
        _ records: SavedRecords, _ identifiers: SavedIdentifiers, _ positions: Range<Int>
    ) -> Mentions {
        let bytes = records.bytes
        var mentions = Mentions()
        for kind in Kind.listed {
            let names = kind.referringFields
            let own = records.positions(of: kind).clamped(to: Int32(positions.lowerBound)..<Int32(positions.upperBound))
            for position in own {
                let first = mentions.pairs.count
                var fields = RecordFields(bytes, records.range(of: position))
                while fields.next() {
                    guard let isQuote = names.first(where: { fields.isNamed($0.name) })?.isQuote else { continue }
                    if isQuote {
                        if let source = RecordFields.quotedSource(bytes, fields.value) {
                            mentions.note(source, from: position, first, bytes, identifiers)
                        }
                    } else {
                        RecordFields.forEachElement(bytes, of: fields.value) { element in
                            if element.count < 2 { return }
                            mentions.note(
                                (element.lowerBound + 1)..<(element.upperBound - 1), from: position, first, bytes,
                                identifiers)
                        }
                    }
                }
            }
        }
        return mentions
    }
}

extension SavedReferrers.Mentions {
    /// Notes a mention, once for each record that is named.
    fileprivate mutating func note(
        _ id: Range<Int>, from position: Int32, _ first: Int, _ bytes: StateBytes, _ identifiers: SavedIdentifiers
    ) {
        if let to = identifiers.position(ofBytesAt: bytes.first + id.lowerBound, id.count, in: bytes.first) {
            if !pairs[first...].contains(where: { $0.to == to }) { pairs.append((position, to)) }
        } else {
            let to = Identifier(known: bytes.text(id))
            if !others.contains(where: { $0.from == position && $0.to == to }) { others.append((position, to)) }
        }
    }
}

extension Kind {
    /// The fields that name records, and whether a name stands in a quote.
    fileprivate var referringFields: [(name: [UInt8], isQuote: Bool)] {
        definition.fields.filter(\.type.namesRecords).map { (Array($0.name.text.utf8), $0.type.isQuote) }
    }
}

import TestSupport

@testable import DossierAnalysis
@testable import DossierModel
@testable import DossierTime

/// A session of every kind and field, marked at random, in which each record has words of its own: `zq17x` stands in every
/// field of the record with that number, in its id too.
struct MarkedSession {
    private(set) var session = Session()
    /// By record what tells it from all others, wherever it is written.
    private(set) var secrets: [Identifier: [String]] = [:]
    private var random: SplitMix64
    private var ids: [Kind: [Identifier]] = [:]
    private var kinds: [Identifier: Kind] = [:]

    /// What stands in fields that this version does not know, and must go out under no label but red.
    static let unknownSecret = "unknown-secret"
    private static let relations = ["hidden/hidden-back", "shared", "mutual/mutual"]

    init(seed: UInt64, countOfEach: Int = 5) {
        random = SplitMix64(seed: seed)
        var number = 0
        for kind in Kind.listed {
            for _ in 0..<countOfEach {
                number += 1
                let id = Identifier(known: "zq\(number)x-\(kind.rawValue)")
                ids[kind, default: []].append(id)
                kinds[id] = kind
                secrets[id] = MarkedSession.words(of: number)
            }
        }
        makeHeader()
        number = 0
        for kind in Kind.listed {
            for id in ids[kind] ?? [] {
                number += 1
                make(kind, id, number)
            }
        }
    }

    private static func words(of number: Int) -> [String] {
        ["zq\(number)x", "\(1000 + number)-02-03", "9000\(100 + number)", "10.0\(1000 + number)"]
    }

    private mutating func makeHeader() {
        var header = Record(.session, .session)
        header[.title] = [.text("zq0x title")]
        header[.relation] = MarkedSession.relations.compactMap { text in
            (try? RelationDeclaration(text)).map { .declaration($0) }
        }
        header[.tags] = [.text("zq0x-tag")]
        header[FieldName("x.desk")] = [.text("zq0x desk")]
        if random.oneIn(2) { header[.tlp] = [marking()] }
        secrets[.session] = ["zq0x", "hidden-back"]
        session.apply(.put(header))
    }

    private mutating func make(_ kind: Kind, _ id: Identifier, _ number: Int) {
        var record = Record(kind, id)
        for field in kind.definition.fields where field.name != .tlp && field.name != .digest {
            let isEnd = kind == .link && [.from, .relation, .to].contains(field.name)
            if !isEnd, random.oneIn(3) { continue }
            let count = field.holdsMany && random.oneIn(3) ? 2 : 1
            var values: [FieldValue] = []
            for index in 0..<count {
                guard let value = value(of: field, in: record, number, index), !values.contains(value) else { continue }
                values.append(value)
            }
            record[field.name] = values
        }
        if kind == .source, let text = record.text(.text) { record[.digest] = [.text(Digest.of(text))] }
        if random.oneIn(3) { record[FieldName("x.own")] = [.text("zq\(number)x own")] }
        if random.oneIn(2) { record[.tlp] = [marking()] }
        if random.oneIn(8) {
            let other = kinds.keys.sorted().oneOf(&random)?.text ?? ""
            record.append(FieldName("later"), .unknown(.string("\(MarkedSession.unknownSecret) \(other)")))
            record.putInOrder()
        }
        session.apply(.put(record))
    }

    private mutating func marking() -> FieldValue {
        .text(Marking.allCases.randomElement(using: &random)?.description ?? "red")
    }

    private mutating func value(
        of field: FieldDefinition, in record: Record, _ number: Int, _ index: Int
    ) -> FieldValue? {
        let word = "zq\(number)x"
        switch field.type {
        case .text where field.name == .merged: return .text(merged(record, number, index))
        case .text where field.name == .text && record.kind == .source:
            return .text("It begins \(word). Then \(word) again, and \(word) a last time.")
        case .text where field.name == .language: return .text("x-\(word)")
        case .text: return .text("\(word) \(field.name) \(index)")
        case .word(let vocabulary):
            return .text(
                vocabulary.isOpen ? "\(word)-\(field.name)" : vocabulary.words.map(\.text).oneOf(&random) ?? "")
        case .when: return try? .when(When("\(1000 + number)-02-03"))
        case .quantity: return try? .quantity(Quantity("9000\(100 + number) \(word)"))
        case .coordinates: return try? .coordinates(Coordinates("10.0\(1000 + number),20"))
        case .grade: return try? .grade(Grade("B2"))
        case .reliability: return try? .reliability(Reliability("C"))
        case .likelihood: return try? .likelihood(Likelihood("70%"))
        case .reference(let kinds, _): return other(than: record, among: kinds).map { .reference($0) }
        case .quote: return quote(record, number)
        case .relation: return .text(["same-as", "hidden", "shared", "mutual"].oneOf(&random) ?? "")
        case .tag: return .text("\(word)-tag")
        case .relationDeclaration, .digest, .zone: return nil
        }
    }

    /// Another record, one made shortly before or after it as often as any, so that there are chains and cycles.
    private mutating func other(than record: Record, among kinds: [Kind]) -> Identifier? {
        let known = record.references(.from) + record.references(.to) + [record.id]
        return kinds.flatMap { ids[$0] ?? [] }.filter { !known.contains($0) }.oneOf(&random)
    }

    /// Words of a source that the record names and that stands already.
    private mutating func quote(_ record: Record, _ number: Int) -> FieldValue? {
        let sources = (record.references(.source) + record.references(.target)).filter { kinds[$0] == .source }
        guard let source = sources.oneOf(&random), let text = session[source]?.text(.text),
            let place = TextQuoteSelector.occurrences(of: "Then zq", in: text).first
        else { return nil }
        var quote = TextQuoteSelector(source: source, of: text, at: place.lowerBound..<(place.upperBound + 3))
        if random.oneIn(4) {
            quote.unknownMembers = [JSONMember(key: "later", value: .string(MarkedSession.unknownSecret))]
        }
        return .quote(quote)
    }

    private mutating func merged(_ record: Record, _ number: Int, _ index: Int) -> String {
        var words = ["zq\(number)x-gone-\(index)", "x.was=\"zq\(number)x \\\"gone\\\"\"", "#zq\(number)x-gone"]
        let field = record.kind == .entity ? FieldName.country : .derived
        let kind = record.kind == .entity ? Kind.entity : .source
        if random.oneIn(2), let other = other(than: record, among: [kind]) { words.append("\(field)=\(other)") }
        if random.oneIn(3) { words.append("tlp=\(marking().typed)") }
        return words.joined(separator: " ")
    }
}

extension MarkedSession {
    /// How strict each record is, told in the plainest way: as the rules say, again and again until nothing changes.
    var markings: [Identifier: Marking] {
        let records = Array(session.records)
        var markings: [Identifier: Marking] = [:]
        var isSettled = false
        while !isSettled {
            isSettled = true
            for record in records {
                let ends = record.references(.from) + record.references(.to)
                let heirs = record.marking == nil ? record.mentions : record.kind == .link ? ends : []
                let all = [record.marking ?? session.header.marking] + heirs.map { markings[$0] }
                let strictest = all.compactMap(\.self).max()
                if strictest != markings[record.id] { isSettled = false }
                markings[record.id] = strictest
            }
        }
        markings[.session] = session.header.marking
        return markings
    }
}

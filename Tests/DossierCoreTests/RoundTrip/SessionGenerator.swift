import TestSupport

@testable import DossierModel

/// Makes commands for a session as it stands: every kind, field and value, hostile texts among them.
struct SessionGenerator {
    var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// The next command.
    mutating func command(for session: Session) -> String {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<45: return addition(session)
        case 45..<56: return link(session)
        case 56..<63: return annotation(session)
        case 63..<80: return setting(session)
        case 80..<84: return declaration()
        case 84..<90: return removal(session)
        case 90..<96: return "undo" + (flip(3) ? " \(Int.random(in: 1...3, using: &random))" : "")
        default: return "redo"
        }
    }

    mutating func flip(_ odds: Int) -> Bool { Int.random(in: 0..<odds, using: &random) == 0 }

    mutating func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }

    mutating func text() -> String { Typed.text(HostileText.any(&random), &random) }

    private mutating func addition(_ session: Session) -> String {
        let kind = [Kind.source, .entity, .event, .claim, .note].randomElement(using: &random) ?? .event
        var words = ["add", kind.rawValue]
        if flip(3) { words.append(pick(["own", "이름", "n-", "a.b", "x_y"]) + String(random.next() % 10_000)) }
        if kind == .event, flip(2) { words.append(pick(SampleValues.times)) }
        if kind == .entity || !flip(5) { words.append(text()) }
        words += fields(of: kind, session, changing: false)
        if kind == .source, !flip(3), !words.contains(where: { $0.hasPrefix("text=") }) {
            words.append("text=\(text())")
        }
        if flip(3) { words.append("#" + pick(SampleValues.tags)) }
        return words.joined(separator: " ")
    }

    /// Some fields of a kind with values of their types.
    mutating func fields(of kind: Kind, _ session: Session, changing: Bool) -> [String] {
        var words: [String] = []
        for field in kind.definition.fields where flip(changing ? 6 : 3) {
            let isEnd = kind == .link && [.from, .relation, .to].contains(field.name)
            if field.name == .file || field.name == kind.titleField && !changing || isEnd && !changing { continue }
            if changing, flip(6) {
                words.append("\(field.name)=")
                continue
            }
            let count = field.holdsMany && flip(2) ? 2 : 1
            for index in 0..<count {
                guard let value = value(of: field, kind, session) else { continue }
                let sign = changing && field.holdsMany && index == 0 && flip(2) ? "+=" : "="
                words.append("\(field.name)\(sign)\(value)")
            }
        }
        if flip(4) { words.append("x.\(pick(["own", "크기", "a-b", "a.b", "é"]))=\(text())") }
        return words
    }

    private mutating func value(of field: FieldDefinition, _ kind: Kind, _ session: Session) -> String? {
        switch field.type {
        case .text: return text()
        case .word(let vocabulary): return pick(vocabulary.words.map(\.text))
        case .when: return pick(SampleValues.times)
        case .quantity: return Typed.escaped(pick(SampleValues.quantities))
        case .grade: return pick(["A1", "B2", "F6", "c3"])
        case .reliability: return pick(["A", "F", "c"])
        case .likelihood: return pick(["likely", "\"very unlikely\"", "70%", "55..80%", "12.5%"])
        case .coordinates: return pick(["43.12,131.89", "\"-1.50, 2\"", "0,0"])
        case .reference(let kinds, let making):
            if case .entity = making, flip(2) { return text() }
            return reference(kinds, session)
        case .quote: return quote(kind, session)
        case .relation: return pick(session.relations.map(\.name))
        case .zone: return pick(["Z", "+03:00", "-09:30", "UTC+8"])
        case .relationDeclaration, .digest: return nil
        case .tag: return pick(SampleValues.tags)
        }
    }

    mutating func reference(_ kinds: [Kind], _ session: Session) -> String? {
        session.records.filter { kinds.contains($0.kind) }.oneOf(&random)?.id.text
    }

    private mutating func link(_ session: Session) -> String {
        let relation = session.relations.randomElement(using: &random) ?? Relation.shipped[0]
        let from = reference(relation.from, session) ?? "none"
        let to = reference(relation.to, session) ?? "none"
        let isTurned = flip(3)
        let words = ["link", isTurned ? to : from, isTurned ? relation.inverse : relation.name, isTurned ? from : to]
        return (words + fields(of: .link, session, changing: false)).joined(separator: " ")
    }

    private mutating func annotation(_ session: Session) -> String {
        guard let target = reference(Kind.listed, session) else { return "add note" }
        var words = ["annotate", target]
        if let source = session[Identifier(known: target)], source.kind == .source, let words2 = passage(of: source) {
            words.append(words2.words)
            words += words2.occurrence
        }
        if flip(2) { words.append("-- " + pick(["One line.", "Korea's \"own\" words", "노트 # no tag"])) }
        return words.joined(separator: " ")
    }

    private mutating func setting(_ session: Session) -> String {
        if flip(12) { return "set session title=\(text()) tlp=green x.desk=\(text()) #desk" }
        let record = session.records.oneOf(&random)
        guard let record else { return "undo" }
        if flip(5), let entry = record.entries.randomElement(using: &random), case .values(let values) = entry.content,
            record.kind.definition.field(entry.name)?.holdsMany == true,
            let value = values.randomElement(using: &random)
        {
            if case .reference(let id) = value { return "set \(record.id) \(entry.name)-=\(id)" }
            return "set \(record.id) \(entry.name)-=\(Typed.escaped(value.typed))"
        }
        let words = fields(of: record.kind, session, changing: true)
        return (["set", record.id.text] + (words.isEmpty ? ["tlp=red"] : words)).joined(separator: " ")
    }

    private mutating func removal(_ session: Session) -> String {
        let kind = Kind.listed.randomElement(using: &random) ?? .event
        let count = Int.random(in: 1...3, using: &random)
        let doomed = Array(session.records(of: kind)).shuffled(using: &random).prefix(count).map(\.id.text)
        return "drop \(doomed.isEmpty ? "e1" : doomed.joined(separator: ","))" + (flip(3) ? "" : " --with-links")
    }

    private mutating func declaration() -> String {
        "set session relation+="
            + pick(["funds/funded-by:entity>entity", "trains", "후원/후원받음:entity,event>event", "rivals/rivals"])
    }
}

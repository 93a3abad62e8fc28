import UnicodeText

/// What may stand as a value: words of vocabularies, ids and names, tags, paths.
struct ValueCandidates {
    let session: Session
    let files: (String) -> [String]

    /// How many records are offered at most.
    private static let limit = 200

    /// The values of a field.
    func of(_ field: Token.Field, kinds: [Kind], quote: String?, at position: CursorPosition) -> [Completer.Candidate] {
        let definitions = kinds.compactMap { $0.definition.field(FieldName(field.name)) }
        if definitions.isEmpty {
            return ["linked", "before", "after", "during", "id"].contains(field.name)
                ? records(position, kinds: Kind.listed) : special(field, position)
        }
        var found: [Completer.Candidate] = []
        for definition in definitions where found.isEmpty { found = of(definition, at: position) }
        return found
    }

    private func special(_ field: Token.Field, _ position: CursorPosition) -> [Completer.Candidate] {
        switch field.name {
        case "relation": relations(position)
        case "kind":
            matching(position.word, Kind.listed.map { Completer.Candidate($0.rawValue, $0.definition.summary) })
        case "tag": tags("#" + position.word).map { Completer.Candidate(String($0.text.dropFirst()), $0.detail) }
        default: []
        }
    }

    /// The values of a field as it is defined.
    func of(_ definition: FieldDefinition, at position: CursorPosition) -> [Completer.Candidate] {
        switch definition.type {
        case .word(let vocabulary):
            matching(position.word, vocabulary.words.map { Completer.Candidate($0.text, $0.meaning) })
        case .reference(let kinds, _): records(position, kinds: kinds)
        case .relation: relations(position)
        case .reliability:
            matching(position.word, Reliability.allCases.map { Completer.Candidate($0.rawValue, $0.meaning) })
        case .grade: grades(position)
        case .likelihood:
            matching(
                position.word,
                Likelihood.steps.flatMap { step in
                    step.words.map { Completer.Candidate($0, "\(step.range.lowerBound)–\(step.range.upperBound)%") }
                })
        case .zone:
            matching(position.word, (-12...14).map { Completer.Candidate(EDTFZone.text($0 * 60)) })
        case .tag: tags("#" + position.word).map { Completer.Candidate(String($0.text.dropFirst()), $0.detail) }
        case .text where definition.name == .file: paths(position)
        default: []
        }
    }

    /// What may stand as an argument.
    func of(_ content: Signature.Argument.Content, at position: CursorPosition) -> [Completer.Candidate] {
        switch content {
        case .kind:
            matching(
                position.word, Kind.listed.dropLast().map { Completer.Candidate($0.rawValue, $0.definition.summary) })
        case .reference: records(position, kinds: Kind.listed)
        case .relation: relations(position)
        case .word(let words): matching(position.word, words.map { Completer.Candidate($0) })
        case .path: paths(position)
        case .format:
            matching(
                position.word, ExporterTable.all.map { Completer.Candidate($0.definition.name, $0.definition.summary) })
        case .importFormat:
            matching(
                position.word, ImporterTable.all.map { Completer.Candidate($0.definition.name, $0.definition.summary) })
        case .topic: matching(position.word, HelpTopics.names.map { Completer.Candidate($0) })
        case .newIdentifier, .when, .text, .query, .number: []
        }
    }

    /// Records by id, and entities by name; where none begins with what was typed, those with a word that does. Within a list of ids, what follows its last comma.
    func records(_ position: CursorPosition, kinds: [Kind]) -> [Completer.Candidate] {
        let parts = position.word.split(separator: ",", omittingEmptySubsequences: false)
        let isList = position.quote == nil && parts.count > 1
        let head = isList ? parts.dropLast().joined(separator: ",") + "," : ""
        let typed = FoldedText.of(isList ? String(parts.last ?? "") : position.word)
        var beginning: [Completer.Candidate] = []
        var inside: [Completer.Candidate] = []
        for kind in kinds {
            for record in session.candidates(of: kind, beginningWith: typed, limit: ValueCandidates.limit) {
                guard place(of: typed, in: record) == .beginning else { continue }
                beginning.append(candidate(record, head: head, position))
                if beginning.count >= ValueCandidates.limit { return beginning }
            }
        }
        if !beginning.isEmpty || typed.utf8.count < 2 { return beginning }
        for kind in kinds {
            for record in session.records(of: kind, inTitle: typed) where place(of: typed, in: record) == .inside {
                inside.append(candidate(record, head: head, position))
                if inside.count >= ValueCandidates.limit { return inside }
            }
        }
        return inside
    }

    private enum Where { case beginning, inside }

    private func place(of typed: String, in record: Record) -> Where? {
        if typed.isEmpty || FoldedText.of(record.id.text).utf8.starts(with: typed.utf8) { return .beginning }
        let names = record.kind == .entity ? record.texts(.name) + record.texts(.alias) : [record.title]
        for name in names.map(FoldedText.of) {
            if record.kind == .entity, name.utf8.starts(with: typed.utf8) { return .beginning }
            if typed.utf8.count > 1, name.split(separator: " ").contains(where: { $0.utf8.starts(with: typed.utf8) }) {
                return .inside
            }
        }
        return nil
    }

    private func candidate(_ record: Record, head: String, _ position: CursorPosition) -> Completer.Candidate {
        // What has no title is listed by its text, which is read for that alone.
        let record = record.text(record.kind.titleField) == nil ? session[record.id] ?? record : record
        let when = record.when(.when).map { $0.text + "  " } ?? ""
        let title = record.kind == .link ? RecordLine.relation(of: record) : record.title.firstLine
        if position.quote != nil, record.kind == .entity, let name = record.text(.name) {
            return Completer.Candidate(ScriptText.quoted(name), record.id.text)
        }
        return Completer.Candidate(head + record.id.text, when + (title == record.id.text ? "" : title))
    }

    func relations(_ position: CursorPosition) -> [Completer.Candidate] {
        let relations = session.relations
        let inverses = relations.filter { !$0.isSymmetric }.map {
            Completer.Candidate($0.inverse, "the other way: \($0.name)")
        }
        return matching(position.word, relations.map { Completer.Candidate($0.name, $0.meaning) } + inverses)
    }

    /// The tags of the session, the most used first.
    func tags(_ typed: String) -> [Completer.Candidate] {
        var counts: [String: Int] = [:]
        for kind in Kind.listed {
            for tag in session.valueCounts(.tags, of: kind) { counts[tag.value.typed, default: 0] += tag.count }
        }
        let sorted = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
        return matching(typed, sorted.map { Completer.Candidate("#" + $0.key, "\($0.value)") })
    }

    func paths(_ position: CursorPosition) -> [Completer.Candidate] {
        files(position.word).map { path in
            let needsQuotes = path.utf8.contains { $0 <= 0x20 || $0 == UInt8(ascii: "\"") } || position.quote != nil
            return Completer.Candidate(needsQuotes ? ScriptText.quoted(path) : path, isWhole: !path.hasSuffix("/"))
        }
    }

    private func grades(_ position: CursorPosition) -> [Completer.Candidate] {
        var grades: [Completer.Candidate] = []
        for letter in Reliability.allCases {
            for (index, meaning) in Grade.credibilityMeanings.enumerated() {
                grades.append(Completer.Candidate("\(letter.rawValue)\(index + 1)", "\(letter.meaning), \(meaning)"))
            }
        }
        return matching(position.word, grades)
    }
}

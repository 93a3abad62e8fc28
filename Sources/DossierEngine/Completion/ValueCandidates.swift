import DossierAnalysis
import DossierCommands
import DossierImporting
import DossierLanguage
import DossierModel
import DossierOutput
import DossierText
import DossierTime

/// What may stand as a value: words of vocabularies, ids and names, tags, paths.
struct ValueCandidates {
    let session: Session
    let files: (String) -> [String]
    /// Whether records are looked for by words inside their titles.
    var looksInside = true

    /// The values of a field, of whatever kind the records are.
    func of(_ field: Token.Field, kinds: [Kind], at position: CursorPosition) -> [Completer.Candidate] {
        let definitions = kinds.compactMap { $0.definition.field(FieldName(field.name)) }
        if definitions.isEmpty { return special(field, position) }
        return definitions.withoutTwins.flatMap { of($0, at: position) }.withoutTwins
    }

    private func special(_ field: Token.Field, _ position: CursorPosition) -> [Completer.Candidate] {
        switch field.name {
        case "relation": relations(position)
        case "kind":
            matching(position.word, Kind.listed.map { Completer.Candidate($0.rawValue, $0.definition.summary) })
        case "tag": tagWords(position)
        case "linked", "id": records(position, kinds: Kind.listed)
        case "before", "after", "during", "overlaps", "meets", "equals":
            records(
                position, kinds: [.event] + Kind.listed.filter { $0 != .event && $0.definition.field(.when) != nil })
        case "has": matching(position.word, ValueCandidates.gatherings)
        default: []
        }
    }

    /// What `has:` may ask for.
    private static let gatherings: [Completer.Candidate] = {
        let fields = Kind.listed.flatMap { $0.definition.fields }.map {
            Completer.Candidate($0.name.text, $0.summary)
        }
        let others = [
            Completer.Candidate("links", "a link begins or ends at it"),
            Completer.Candidate("notes", "a note is on it"), Completer.Candidate("claims", "a claim is about it"),
        ]
        return (fields + others).withoutTwins
    }()

    private func tagWords(_ position: CursorPosition) -> [Completer.Candidate] {
        tags("#" + position.word).map { $0.text.first == "#" ? $0.without(prefix: "#") : $0 }
    }

    /// The values of a field as it is defined.
    func of(_ definition: FieldDefinition, at position: CursorPosition) -> [Completer.Candidate] {
        switch definition.type {
        case .word(let vocabulary):
            matching(position.word, vocabulary.words.map { Completer.Candidate($0.text, $0.meaning) })
        case .reference(let kinds, _):
            records(position, kinds: kinds, fitting: FittingTypes(field: definition.name))
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
        case .tag: tagWords(position)
        case .text where definition.name == .file || ExporterTable.files.contains(definition.name): paths(position)
        case .text where ValueCandidates.recurring.contains(definition.name): texts(definition, position)
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
        case .path(let endings, let words):
            paths(position, ending: endings) + matching(position.word, words.map { Completer.Candidate($0) })
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

    /// Text fields in which the same words come again.
    private static let recurring: Set<FieldName> = [.publisher, .author, .language, .role]

    /// What a text field holds in the session, the most used first.
    private func texts(_ definition: FieldDefinition, _ position: CursorPosition) -> [Completer.Candidate] {
        let kinds = Kind.listed.filter { $0.definition.field(definition.name) == definition }
        let used = counted(definition.name, of: kinds)
        return matching(position.word, used.map { Completer.Candidate(word($0.text, position), $0.count) })
    }

    /// What records hold in a field from which something is taken away.
    func standing(_ field: Token.Field, in records: [Record], at position: CursorPosition) -> [Completer.Candidate] {
        let values = records.flatMap { $0[FieldName(field.name)] }.map(\.typed)
        return matching(position.word, values.map { Completer.Candidate(word($0, position)) }).withoutTwins
    }

    /// A text as it is typed: in quotation marks where it needs them, or one was typed.
    private func word(_ text: String, _ position: CursorPosition) -> String {
        let needsQuotes = text.utf8.contains { $0 <= 0x20 || "\"'()".utf8.contains($0) } || text.hasPrefix("#")
        return needsQuotes || position.quote != nil ? ScriptText.quoted(text) : text
    }

    /// Records by id, and entities by name; those with a word in their title where nothing begins with what was typed. Within
    /// a list of ids, what follows its last comma.
    func records(
        _ position: CursorPosition, kinds: [Kind], fitting: FittingTypes = .any, leavingOut gone: Set<Identifier> = []
    ) -> [Completer.Candidate] {
        let parts = position.word.split(separator: ",", omittingEmptySubsequences: false)
        let isList = position.quote == nil && parts.count > 1
        let head = isList ? parts.dropLast().joined(separator: ",") + "," : ""
        let typed = FoldedText.of(isList ? String(parts.last ?? "") : position.word)
        let gone = isList ? gone.union(parts.dropLast().map { Identifier(known: String($0)) }) : gone
        var search = RecordSearch(session: session, typed: typed, fitting: fitting, leavingOut: gone)
        search.looksInside = looksInside
        return search.found(kinds).map { record, match in
            candidate(record, head: head, position).matched(match)
        }
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

    /// The relations from either end, those that may begin at records of these kinds.
    func relations(_ position: CursorPosition, from kinds: [Kind] = []) -> [Completer.Candidate] {
        let relations = session.relations
        let names = relations.filter { kinds.allSatisfy($0.from.contains) }
        let inverses = relations.filter { !$0.isSymmetric && kinds.allSatisfy($0.to.contains) }
        return matching(
            position.word,
            names.map { Completer.Candidate($0.name, $0.meaning) }
                + inverses.map { Completer.Candidate($0.inverse, "the other way: \($0.name)") })
    }

    /// The tags of the session, the most used first.
    func tags(_ typed: String) -> [Completer.Candidate] {
        matching(typed, counted(.tags, of: Kind.listed).map { Completer.Candidate("#" + $0.text, $0.count) })
    }

    /// The values of a field, each with how often it stands, the most used first.
    private func counted(_ name: FieldName, of kinds: [Kind]) -> [(text: String, count: String)] {
        var counts: [String: Int] = [:]
        for kind in kinds {
            for value in session.valueCounts(name, of: kind) { counts[value.value.typed, default: 0] += value.count }
        }
        return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
            .map { ($0.key, "\($0.value)") }
    }

    /// Paths; those come first whose names end as the files do that are meant.
    func paths(_ position: CursorPosition, ending suffixes: [String] = []) -> [Completer.Candidate] {
        let paths = files(position.word)
        let meant = paths.filter { path in suffixes.contains { path.hasSuffix("." + $0) } }
        return (meant + paths.filter { !meant.contains($0) }).map { path in
            let needsQuotes = path.utf8.contains { $0 <= 0x20 || $0 == UInt8(ascii: "\"") } || position.quote != nil
            let isFolder = path.hasSuffix("/")
            let quoted = ScriptText.quoted(path)
            // What is in a folder is typed next, so that its quotation mark stays open.
            let text = needsQuotes ? isFolder ? String(quoted.dropLast()) : quoted : path
            return Completer.Candidate(text, isWhole: !isFolder)
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

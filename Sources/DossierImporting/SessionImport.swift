import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// Records of another session on their way into this one.
package struct SessionImport {
    private let path: Token
    private let other: Session
    /// What stands before each id; nothing where they stay as they are.
    private let prefix: Token.Value?

    /// Takes another session.
    ///
    /// - Throws: a diagnostic where what is to stand before ids can begin none.
    package init(_ other: Session, from path: Token, prefix: Token.Value?) throws(Diagnostic) {
        self.other = other
        self.path = path
        self.prefix = prefix
        if let prefix { _ = try prefix.read { text throws(ValueError) in try Identifier(text + "x1") } }
    }

    /// What the session takes over: all records in their order, and before them the relations that they need.
    ///
    /// - Throws: a diagnostic where ids are taken, or a relation means something else here.
    package func outcome(in context: Context) throws(Diagnostic) -> Outcome {
        let session = context.session
        let work = context.surroundings.work("importing \(path.text)", .records, of: other.count)
        var changes = try header(in: session)
        // Records that inherit a stricter label in their own session than they would here are marked with it.
        let inherited = stricterLabel(than: session).flatMap { _ in session.count > 0 ? Markings(other) : nil }
        var taken: [Identifier] = []
        var made: [Identifier] = []
        var marked = 0
        for record in other.records.steps(of: work) {
            var copy = renamed(record)
            if let inherited, record.marking == nil, let marking = inherited[record.id] {
                copy[.tlp] = [.text(marking.description)]
                marked += 1
            }
            if session.wasGiven(copy.id) { taken.append(copy.id) }
            made.append(copy.id)
            changes.append(.put(copy))
        }
        if !taken.isEmpty {
            throw .takenByBoth(taken, in: session, at: path.place, hasPrefix: prefix != nil)
        }
        return Outcome(changes: changes, answer: answer(made, marked: marked))
    }

    /// The label of the other session, where it is stricter than this one's.
    private func stricterLabel(than session: Session) -> Marking? {
        other.header.marking.flatMap { theirs in theirs > session.header.marking ?? .clear ? theirs : nil }
    }

    /// The declarations of relations that this session lacks, and where it is empty the other's label.
    private func header(in session: Session) throws(Diagnostic) -> [Change] {
        let held = session.header[.relation]
        let declared = other.header[.relation]
        for case .declaration(let declaration) in declared where !held.contains(.declaration(declaration)) {
            let name = declaration.relation.name
            if session.relations.contains(where: { $0.name == name || $0.inverse == name }) {
                throw .otherRelation(name, at: path.place)
            }
        }
        let missing = declared.filter { !held.contains($0) }
        var header = session.header
        header[.relation] = held + missing
        if session.count == 0, let theirs = stricterLabel(than: session) { header[.tlp] = [.text(theirs.description)] }
        return header == session.header ? [] : [.put(header, was: session.header)]
    }

    /// The record under its id here, with its references.
    private func renamed(_ record: Record) -> Record {
        guard prefix != nil else { return record }
        var copy = Record(record.kind, renamed(record.id))
        copy.reserve(record.entries.count)
        for entry in record.entries {
            if case .values(let values) = entry.content {
                copy.append(entry.name, .values(values.map(renamed)))
            } else {
                copy.append(entry.name, entry.content)
            }
        }
        return copy
    }

    private func renamed(_ id: Identifier) -> Identifier {
        other.wasGiven(id) ? Identifier(known: (prefix?.text ?? "") + id.text) : id
    }

    private func renamed(_ value: FieldValue) -> FieldValue {
        switch value {
        case .reference(let id): return .reference(renamed(id))
        case .quote(let quote):
            var copy = TextQuoteSelector(
                source: renamed(quote.source), exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix,
                position: quote.position)
            copy.unknownMembers = quote.unknownMembers
            return .quote(copy)
        default: return value
        }
    }

    private func answer(_ made: [Identifier], marked: Int) -> Answer {
        let kinds = Kind.listed.filter { other.count(of: $0) > 0 }
        let counts = kinds.map { "\(other.count(of: $0)) \(other.count(of: $0) == 1 ? $0.rawValue : $0.plural)" }
        let what = counts.isEmpty ? "no records" : counts.joined(separator: ", ")
        let line = StyledText("imported ", .faint) + StyledText(what) + StyledText(" from ", .faint)
        let json = kinds.map { ($0.plural, JSONValue.number(JSONNumber(other.count(of: $0)))) }
        var answer = Answer(
            [.line(line + StyledText(path.text))],
            json: .object(["imported": .object(JSONObject(json)), "file": .string(path.text)]), selection: made)
        if marked > 0 {
            answer.remarks.append("\(Kind.counted(marked, of: nil)) marked as the other session's label made them")
        }
        return answer
    }
}

extension Diagnostic {
    fileprivate static func takenByBoth(
        _ taken: [Identifier], in session: Session, at place: Place, hasPrefix: Bool
    ) -> Diagnostic {
        let word = taken.count == 1 ? "an id is" : "\(taken.count) ids are"
        let retired = taken.filter { session.kind(of: $0) == nil }
        return Diagnostic(
            .identifierTaken, "\(word) already taken in this session: \(NameList.text(of: taken))", at: place,
            expectation: hasPrefix
                ? "another prefix" : "prefix=NAME-, which is put before every id of the other session",
            notes: retired.isEmpty
                ? []
                : [
                    "\(NameList.text(of: retired)) belonged to records that were dropped; 'undo' the drop to restore them"
                ])
    }

    fileprivate static func otherRelation(_ name: String, at place: Place) -> Diagnostic {
        Diagnostic(
            .unknownRelation, "the relation '\(name)' of the other session has another meaning in this one", at: place,
            notes: ["'set session relation-=…' removes a declaration that no link uses"])
    }
}

import DossierLanguage
import DossierModel

/// Finds the records that references name.
package struct ReferenceResolver {
    package let context: Context

    package init(context: Context) {
        self.context = context
    }

    /// The records of references, in the order named, each once.
    ///
    /// - Throws: a diagnostic where one names nothing, or a name has more than one bearer.
    package func resolve(_ references: [ReferenceExpression], in draft: Draft) throws(Diagnostic) -> [Identifier] {
        var found: [Identifier] = []
        for reference in references { found += try resolve(reference, in: draft) }
        if found.count < 2 { return found }
        var seen: Set<Identifier> = []
        return found.filter { seen.insert($0).inserted }
    }

    /// The records of a bare word: one name, as most are, a list or a run.
    package func resolve(word: String, at place: Place, in draft: Draft) throws(Diagnostic) -> [Identifier] {
        if ReferenceResolver.isOneName(word) { return [try named(word, at: place, in: draft)] }
        return try resolve(try ReferenceParser.parse(word: word, at: place), in: draft)
    }

    private static func isOneName(_ word: String) -> Bool {
        let first = word.utf8.first
        if first == nil || first == UInt8(ascii: "%") || first == UInt8(ascii: "_") { return false }
        return !word.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
    }

    /// The records of one reference.
    package func resolve(_ reference: ReferenceExpression, in draft: Draft) throws(Diagnostic) -> [Identifier] {
        switch reference.form {
        case .previous:
            let standing = context.selection.identifiers.filter { draft.kind(of: $0) != nil }
            if standing.isEmpty { throw .nothingSelected(reference.place) }
            return standing
        case .rows(let rows):
            let shown = context.selection.identifiers
            guard rows.upperBound <= shown.count else { throw .noSuchRow(reference.place, count: shown.count) }
            return Array(shown[(rows.lowerBound - 1)..<rows.upperBound])
        case .word(let word): return [try named(word, at: reference.place, in: draft)]
        case .name(let name): return [try named(name, at: reference.place, in: draft)]
        case .run(let first, let last): return try run(first, last, at: reference.place, in: draft)
        case .query(let query):
            let found = try QueryEvaluation(query, context: context).records().map(\.id)
            if found.isEmpty {
                throw .emptyQuery(
                    reference.place, LeftoverWords(query, in: context).remarks(isEmpty: true))
            }
            return found
        }
    }

    /// The record of an id or a name, without regard to case.
    package func named(_ name: String, at place: Place, in draft: Draft) throws(Diagnostic) -> Identifier {
        if let id = try find(name, at: place, in: draft) { return id }
        throw unknown(name, at: place)
    }

    /// Whether nothing has an id or a name.
    package func isUnknown(_ name: String, in draft: Draft) -> Bool { search(name, in: draft) == .nothing }

    /// Whether one of some references is an id or a name that nothing has.
    package func isUnknown(anyOf references: [ReferenceExpression], in draft: Draft) -> Bool {
        references.contains { reference in
            switch reference.form {
            case .word(let name), .name(let name): return isUnknown(name, in: draft)
            case .run(let first, let last):
                let names = [first, last].filter { Identifier(known: $0).given == nil }
                return names.contains { isUnknown($0, in: draft) }
            case .previous, .rows, .query: return false
            }
        }
    }

    /// The record of an id or a name; nil where there is none.
    ///
    /// - Throws: a diagnostic where the name has more than one bearer.
    package func find(_ name: String, at place: Place, in draft: Draft) throws(Diagnostic) -> Identifier? {
        switch search(name, in: draft) {
        case .nothing: return nil
        case .one(let id): return id
        case .several(let bearers): throw .ambiguousName(name, bearers, at: place)
        }
    }

    /// What has an id or a name.
    private enum Bearers: Equatable {
        case nothing
        case one(Identifier)
        case several([Identifier])
    }

    private func search(_ name: String, in draft: Draft) -> Bearers {
        let mayBeIdentifier = !name.utf8.contains(UInt8(ascii: " "))
        if mayBeIdentifier {
            let id = Identifier(known: name)
            // Letters may be composed in one place and not in the other; the record's own id is meant.
            if draft.kind(of: id) != nil {
                return (name.utf8.allSatisfy { $0 < 0x80 } ? id : draft[id]?.id).map { .one($0) } ?? .nothing
            }
        }
        let bearers = draft.entities(named: name)
        guard let first = bearers.first else { return .nothing }
        return bearers.count == 1 ? .one(first) : .several(bearers)
    }

    /// The error of an id or a name that nothing has.
    package func unknown(_ name: String, at place: Place) -> Diagnostic {
        var error: Diagnostic
        if let other = context.session.record(mergedFrom: Identifier(known: name)) {
            error = .mergedReference(name, into: other, at: place)
        } else {
            let wasDropped = context.session.wasGiven(Identifier(known: name))
            error = .unknownReference(name, at: place, suggestion: nearest(to: name), wasDropped: wasDropped)
        }
        error.missingName = name
        return error
    }

    /// The nearest id or name in the session.
    func nearest(to name: String) -> String? {
        let session = context.session
        let candidates = session.records.lazy.flatMap { record in
            record.kind == .entity
                ? [record.id.text] + record.texts(.name) + record.texts(.alias) : [record.id.text]
        }
        return Suggestion.nearest(to: name, among: candidates.prefix(20_000))
    }

    private func run(_ first: String, _ last: String, at place: Place, in draft: Draft) throws(Diagnostic)
        -> [Identifier]
    {
        let ends = (Identifier(known: first), Identifier(known: last))
        if let low = ends.0.given, let high = ends.1.given {
            guard low.kind == high.kind, low.number <= high.number else { throw .backwardRun(place) }
            let highest = min(high.number, context.session.nextIdentifier(low.kind).given?.number ?? 0)
            guard low.number <= highest else { throw .emptyRun(place) }
            let prefix = low.kind.identifierPrefix ?? ""
            let found = (low.number...highest).map { Identifier(known: prefix + String($0)) }.filter {
                draft.kind(of: $0) != nil
            }
            if found.isEmpty { throw .emptyRun(place) }
            return found
        }
        let start = try named(first, at: place, in: draft)
        let end = try named(last, at: place, in: draft)
        guard let kind = draft.kind(of: start), kind == draft.kind(of: end) else { throw .backwardRun(place) }
        var found: [Identifier] = []
        for record in context.session.records(of: kind) {
            if !found.isEmpty || record.id == start { found.append(record.id) }
            if record.id == end { break }
        }
        guard found.last == end else { throw .backwardRun(place) }
        return found
    }
}

extension Diagnostic {
    fileprivate static func nothingSelected(_ place: Place) -> Diagnostic {
        Diagnostic(
            .nothingSelected, "'_' does not refer to anything yet", at: place,
            expectation: "an earlier command that makes or shows records")
    }

    fileprivate static func noSuchRow(_ place: Place, count: Int) -> Diagnostic {
        Diagnostic(
            .noSuchRow, "there is no row '\(place.text)'", at: place,
            expectation: count == 0
                ? "an earlier command that shows a table" : count == 1 ? "%1" : "a row from %1 to %\(count)")
    }

    fileprivate static func emptyQuery(_ place: Place, _ leftovers: [String]) -> Diagnostic {
        Diagnostic(
            .emptyQuery, "no record matches the query", at: place,
            notes: leftovers.isEmpty ? ["use 'show' with fewer terms to see what there is"] : leftovers)
    }

    fileprivate static func ambiguousName(_ name: String, _ bearers: [Identifier], at place: Place) -> Diagnostic {
        Diagnostic(
            .ambiguousName, "'\(name)' is the name of \(bearers.count) entities", at: place,
            expectation: "one of " + bearers.map(\.text).joined(separator: ", "))
    }

    static func unknownReference(_ name: String, at place: Place, suggestion: String?, wasDropped: Bool) -> Diagnostic {
        Diagnostic(
            .unknownReference,
            wasDropped ? "the record with the id '\(name)' was dropped" : "no record is named '\(name)'", at: place,
            suggestion: suggestion,
            notes: suggestion == nil ? ["'show entities', 'show events' and so on list the records"] : [])
    }

    fileprivate static func mergedReference(_ name: String, into other: Record, at place: Place) -> Diagnostic {
        Diagnostic(
            .unknownReference, "'\(name)' was merged into '\(other.id)'", at: place, suggestion: other.id.text)
    }

    fileprivate static func backwardRun(_ place: Place) -> Diagnostic {
        Diagnostic(
            .backwardRun, "a run goes from one record to a later one of its kind", at: place,
            expectation: "a run such as e1..e9")
    }

    fileprivate static func emptyRun(_ place: Place) -> Diagnostic {
        Diagnostic(
            .emptyRun, "there are no records in '\(place.text)'", at: place,
            notes: ["'show events', 'show claims' and so on list the records"])
    }
}

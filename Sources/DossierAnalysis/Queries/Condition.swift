import DossierModel
import DossierText
import DossierTime

/// A query whose names and values have been looked up: what is asked of each record.
package indirect enum Condition: Sendable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    /// A folded text stands in one of the record's texts, or in a name of an entity that it names.
    case contains(String)
    case tag(String)
    case kind(Kind)
    case identifier(Set<Identifier>)
    /// A link joins the record with one of these.
    case linked(Set<Identifier>)
    /// A link of this relation begins or ends at the record, or the record is such a link.
    case relation(String)
    case has(FieldName)
    /// A field names one of these.
    case references(FieldName, Set<Identifier>)
    /// A text field contains, or equals, a folded text.
    case text(FieldName, String, exactly: Bool)
    /// A word of a vocabulary compared by its rank.
    case word(FieldName, Vocabulary, Comparison, String)
    case when(FieldName, Comparison, When)
    /// The record's time lies so to the time of another record.
    case beside(Order, When)
    /// A quantity compared; what is counted in another unit answers as the last part says, since nobody knows.
    case quantity(FieldName, Comparison, Quantity, ofOtherUnit: Certainty)
    case grade(FieldName, Comparison, Grade)
    case reliability(FieldName, Comparison, Reliability)
    case likelihood(FieldName, Comparison, Likelihood)

    /// How a field is compared.
    package enum Comparison: Sendable {
        case matches, equal, less, lessOrEqual, greater, greaterOrEqual
    }

    /// How the times of two records lie to each other.
    package enum Order: String, Sendable {
        case before, after, during, overlaps, meets, equals
    }

    /// Whether the condition holds of a record.
    func holds(_ record: Record, in session: Session) -> Certainty {
        switch self {
        case .all(let conditions):
            return conditions.reduce(.certainly) { $0 && $1.holds(record, in: session) }
        case .any(let conditions):
            return conditions.reduce(.no) { $0 || $1.holds(record, in: session) }
        case .not(let condition): return !condition.holds(record, in: session)
        case .contains(let text): return Certainty(record.contains(text, in: session))
        case .tag(let tag): return Certainty(record.texts(.tags).contains { FoldedText.of($0) == tag })
        case .kind(let kind): return Certainty(record.kind == kind)
        case .identifier(let ids): return Certainty(ids.contains(record.id))
        case .linked(let ids):
            return Certainty(
                session.links(of: record.id).contains { link in
                    link.mentions.contains { ids.contains($0) && $0 != record.id }
                })
        case .relation(let name):
            if record.kind == .link { return Certainty(record.text(.relation) == name) }
            return Certainty(session.links(of: record.id).contains { $0.text(.relation) == name })
        case .has(let field): return Certainty(record.has(field, in: session))
        case .references(let field, let ids):
            return Certainty(record.references(field).contains { ids.contains($0) })
        case .text(let field, let text, let exactly):
            return Certainty(
                record[field].contains { value in
                    let folded = FoldedText.of(value.typed)
                    return exactly ? folded == text : folded.utf8Contains(text)
                })
        case .word(let field, let vocabulary, let comparison, let word):
            guard let own = record.text(field) else { return .no }
            return Certainty(
                comparison.holds(vocabulary.rank(of: own), vocabulary.rank(of: word)) && vocabulary.lists(own))
        case .when(let field, let comparison, let when):
            return record.when(field).map { comparison.holds($0, when) } ?? .no
        case .beside(let order, let when): return record.when(.when).map { order.holds($0, when) } ?? .no
        case .quantity(let field, let comparison, let quantity, let ofOtherUnit):
            return record.quantities(field).reduce(.no) {
                $0 || comparison.holds($1, quantity, ofOtherUnit: ofOtherUnit)
            }
        case .grade(let field, let comparison, let grade):
            return record[field].reduce(.no) { result, value in
                guard case .grade(let own) = value else { return result }
                return result || Certainty(comparison.holds(own, grade))
            }
        case .reliability(let field, let comparison, let letter):
            guard case .reliability(let own)? = record[field].first else { return .no }
            return Certainty(comparison.holds(own, letter))
        case .likelihood(let field, let comparison, let likelihood):
            guard case .likelihood(let own)? = record[field].first else { return .no }
            return comparison.holds(own, likelihood)
        }
    }
}

extension Record {
    /// Whether a folded text stands in the record, or in a name of an entity that it names.
    fileprivate func contains(_ folded: String, in session: Session) -> Bool {
        for entry in entries {
            guard case .values(let values) = entry.content, entry.name != .digest else { continue }
            for value in values {
                if case .reference(let id) = value {
                    guard let other = session[id], other.kind == .entity else { continue }
                    let names = other.texts(.name) + other.texts(.alias)
                    if names.contains(where: { FoldedText.contains($0, folded: folded) }) { return true }
                } else if FoldedText.contains(value.typed, folded: folded) {
                    return true
                }
            }
        }
        return id.text == folded
    }

    /// Whether a field holds anything; `links`, `notes` and `claims` ask for records that touch this one.
    fileprivate func has(_ field: FieldName, in session: Session) -> Bool {
        switch field.text {
        case "links": !session.links(of: id).isEmpty
        case "notes": session.referrers(of: id).contains { $0.kind == .note }
        case "claims": session.referrers(of: id).contains { $0.kind == .claim }
        default: !self[field].isEmpty
        }
    }
}

import DossierModel
import DossierTime

/// What links say of the order of things is not against their dates, nor against itself.
package struct SequenceCheck: Check {
    private var events: [Identifier] = []
    private var times: [Identifier: Time] = [:]
    private var following: [Identifier: [Identifier]] = [:]

    /// When an event was, or a claim was said.
    private struct Time {
        let when: When
        /// Whether it is an event that has not happened.
        let isExpected: Bool
    }

    package static let name = "sequence"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .error, of: [.event, .claim, .link], reading: [.when, .said, .status, .from, .relation, .to],
        "no link states an order that the dates of its ends rule out",
        details:
            "An event that precedes, causes or enables another cannot begin after it; a response cannot begin before what it responds to, unless that is expected; a part has time in common with the whole; and no event precedes itself through others. A link is found only if it is wrong for every reading of the dates. A claim is dated by when it was said.",
        example: CheckExample(
            .commands([
                "add event e1 2024-10-21 \"Troops fight\"", "add event e2 2024-10-08/2024-10-13 \"Troops arrive\"",
                "link e1 precedes e2",
            ]),
            finds: [
                "l1  e1 (2024-10-21) precedes e2 (2024-10-08/2024-10-13), yet begins after it: correct a date, or turn the link round"
            ], remedy: ["set l1 from=e2 to=e1"]))

    /// Begins.
    package init(_ scope: CheckScope) {
        times.reserveCapacity(scope.session.count(of: .event) + scope.session.count(of: .claim))
    }

    /// Keeps when events and claims were, and holds links, which come after them, against that.
    package mutating func findings(of record: Record) -> [Finding] {
        if record.kind == .link { return findings(ofLink: record) }
        let isEvent = record.kind == .event
        if isEvent { events.append(record.id) }
        if let when = record.when(isEvent ? .when : .said) {
            let isExpected = isEvent && (record.status == .expected || record.status == .cancelled)
            times[record.id] = Time(when: when, isExpected: isExpected)
        }
        return []
    }

    private mutating func findings(ofLink link: Record) -> [Finding] {
        guard let relation = link.relation, SequenceCheck.ordering.contains(relation),
            let from = link.references(.from).first, let to = link.references(.to).first
        else { return [] }
        if relation == .precedes { following[from, default: []].append(to) }
        guard let first = times[from], let second = times[to],
            let problem = SequenceCheck.problem(relation, first, second)
        else { return [] }
        return [
            Finding(
                link.id, "\(from) (\(first.when)) \(relation.rawValue) \(to) (\(second.when)), yet \(problem)",
                others: [from, to])
        ]
    }

    /// Circles of what precedes.
    package mutating func findings() -> [Finding] {
        events.circles(following).map { way in
            let names = way.map(\.text).joined(separator: " → ")
            return Finding(way[0], "it precedes itself: \(names)", others: Array(way.dropFirst().dropLast()))
        }
    }

    private static let ordering: Set<Relation.Shipped> = [.precedes, .causes, .enables, .respondsTo, .partOf]

    private static func problem(_ relation: Relation.Shipped, _ first: Time, _ second: Time) -> String? {
        switch relation {
        case .partOf:
            return first.when.overlaps(second.when) == .no
                ? "has no time in common with it: correct a date, or drop the link" : nil
        case .respondsTo:
            if second.isExpected { return nil }
            let isEarly = second.when.beginsAfter(first.when) == .certainly
            return isEarly ? "begins before it: correct a date, or turn the link round" : nil
        default:
            let isLate = first.when.beginsAfter(second.when) == .certainly
            return isLate ? "begins after it: correct a date, or turn the link round" : nil
        }
    }
}

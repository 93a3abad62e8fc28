/// What links say of the order of things is not against their dates, nor against itself.
public struct SequenceCheck: Check {
    private let session: Session
    private var events: [Identifier] = []
    private var following: [Identifier: [Identifier]] = [:]

    /// The rule as data.
    public static let definition = CheckDefinition(
        "sequence", .error, of: [.event, .link], "no link states an order that the dates of its ends rule out",
        details:
            "What precedes, causes or enables an event cannot begin after it; an answer cannot begin before what it answers, unless that is expected; a part has time in common with the whole; and no event precedes itself over others. Only what holds for every reading of the dates counts. A claim's date is when it was said.",
        example: CheckExample(
            .commands([
                "add event e1 2024-10-21 \"Troops fight\"", "add event e2 2024-10-08/2024-10-13 \"Troops arrive\"",
                "link e1 precedes e2",
            ]),
            finds: [
                "l1  e1 (2024-10-21) precedes e2 (2024-10-08/2024-10-13), yet begins after it: correct a date, or turn the link round"
            ], remedy: ["set l1 from=e2 to=e1"]))

    /// Begins.
    public init(_ scope: CheckScope) { session = scope.session }

    /// Holds a link against the dates of its ends.
    public mutating func findings(of record: Record) -> [Finding] {
        if record.kind == .event {
            events.append(record.id)
            return []
        }
        guard let relation = record.text(.relation), SequenceCheck.ordering.contains(relation),
            let from = record.references(.from).first, let to = record.references(.to).first
        else { return [] }
        if relation == "precedes" { following[from, default: []].append(to) }
        guard let first = session[from], let second = session[to], let problem = problem(relation, first, second) else {
            return []
        }
        let ends = [first, second].map { "\($0.id) (\(SequenceCheck.time(of: $0)?.text ?? ""))" }
        return [Finding(record.id, "\(ends[0]) \(relation) \(ends[1]), yet \(problem)", others: [from, to])]
    }

    /// Circles of what precedes.
    public mutating func findings() -> [Finding] {
        events.circles(following).map { way in
            let names = way.map(\.text).joined(separator: " → ")
            return Finding(way[0], "it precedes itself: \(names)", others: Array(way.dropFirst().dropLast()))
        }
    }

    private static let ordering: Set<String> = ["precedes", "causes", "enables", "responds-to", "part-of"]

    private func problem(_ relation: String, _ first: Record, _ second: Record) -> String? {
        guard let mine = SequenceCheck.time(of: first), let theirs = SequenceCheck.time(of: second) else { return nil }
        switch relation {
        case "part-of":
            return mine.overlaps(theirs) == .no
                ? "has no time in common with it: correct a date, or drop the link" : nil
        case "responds-to":
            if second.kind == .event, ["expected", "cancelled"].contains(second.text(.status)) { return nil }
            let isEarly = theirs.beginsAfter(mine) == .certainly
            return isEarly ? "begins before it: correct a date, or turn the link round" : nil
        default:
            let isLate = mine.beginsAfter(theirs) == .certainly
            return isLate ? "begins after it: correct a date, or turn the link round" : nil
        }
    }

    private static func time(of record: Record) -> When? {
        record.kind == .claim ? record.when(.said) : record.kind == .event ? record.when(.when) : nil
    }
}

/// No record is marked stricter than all that it draws on, unless that is meant.
public struct OvermarkedCheck: Check {
    private let markings: [Identifier: FieldValue]

    /// The rule as data.
    public static let definition = CheckDefinition(
        "overmarked", .hint, of: [.event, .claim, .link], reading: [.tlp, .source, .quote],
        "no event, claim or link is marked stricter (TLP 2.0) than the sources that it draws on",
        details:
            "What the sources say may be handed on, so that the mark keeps it from those who may read it. Found only where every source is marked. Notes are the analyst's own, and may be marked as they will.",
        example: CheckExample(
            .commands(["add source s1 tlp=clear", "add claim c1 \"Troops arrive\" source=s1 tlp=red"]),
            finds: [
                "c1  it is marked red, but all that it draws on is clear at most: 'set c1 tlp=clear', if no more is meant"
            ],
            remedy: ["set c1 tlp=clear"]))

    /// Reads how sources are marked.
    public init(_ scope: CheckScope) { markings = scope.sources(.tlp) }

    /// Holds a record's mark against those of its sources.
    public mutating func findings(of record: Record) -> [Finding] {
        guard let own = record.text(.tlp), var highest = Vocabulary.trafficLight.words.first?.text else { return [] }
        let sources = record.carriers
        if sources.isEmpty { return [] }
        for source in sources {
            guard case .text(let marking)? = markings[source] else { return [] }
            if !Marking.isAtMost(marking, highest) { highest = marking }
        }
        if Marking.isAtMost(own, highest) { return [] }
        return [
            Finding(
                record.id,
                "it is marked \(own), but all that it draws on is \(highest) at most: 'set \(record.id) tlp=\(highest)', if no more is meant",
                others: sources)
        ]
    }
}

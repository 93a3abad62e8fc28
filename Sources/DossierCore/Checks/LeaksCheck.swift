/// No record is marked more open than a source that it draws on.
public struct LeaksCheck: Check {
    private let markings: [Identifier: FieldValue]

    /// The rule as data.
    public static let definition = CheckDefinition(
        "leaks", .warning, of: [.source, .event, .claim, .note, .link], reading: [.tlp, .source, .quote, .derived],
        "no record is marked more open (TLP 2.0) than a source that it draws on",
        details:
            "Who reads the mark would hand on what the source may not be handed on. Exports go by the higher of the two. A record without a mark has that of its sources.",
        example: CheckExample(
            .commands(["add source s1 tlp=amber", "add claim c1 \"Troops arrive\" source=s1 tlp=green"]),
            finds: ["c1  it is marked green, but draws on s1, which is amber: 'set c1 tlp=amber'"],
            remedy: ["set c1 tlp="]))

    /// Reads how sources are marked.
    public init(_ scope: CheckScope) { markings = scope.sources(.tlp) }

    /// Holds a record's mark against those of its sources.
    public mutating func findings(of record: Record) -> [Finding] {
        guard let own = record.text(.tlp) else { return [] }
        var highest: (source: Identifier, marking: String)?
        for source in record.carriers + record.references(.derived) {
            guard case .text(let marking)? = markings[source] else { continue }
            if !Marking.isAtMost(marking, highest?.marking ?? own) { highest = (source, marking) }
        }
        guard let highest else { return [] }
        return [
            Finding(
                record.id,
                "it is marked \(own), but draws on \(highest.source), which is \(highest.marking): 'set \(record.id) tlp=\(highest.marking)'",
                others: [highest.source])
        ]
    }
}

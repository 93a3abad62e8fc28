import DossierModel

/// No record is marked stricter than all that it draws on, unless that is meant.
package struct OvermarkedCheck: Check {
    private let markings: Markings

    package static let name = "overmarked"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .hint, of: [.event, .claim, .link], reading: [.tlp, .source, .quote],
        "no event, claim or link has a stricter label (TLP 2.0) than the sources that it draws on",
        details:
            "What the sources say may be shared, so a stricter label hides it from people who may read it. The check finds a record only if every source has or inherits a label ('help markings'). Notes are the analyst's own and can have any label.",
        example: CheckExample(
            .commands(["add source s1 tlp=clear", "add claim c1 \"Troops arrive\" source=s1 tlp=red"]),
            finds: [
                "c1  it is marked red, but its sources are marked clear at most: unless this is intended, 'set c1 tlp=clear'"
            ],
            remedy: ["set c1 tlp=clear"]))

    /// Looks how strict sources are.
    package init(_ scope: CheckScope) { markings = Markings(scope.session, for: scope.watch) }

    /// Holds a record's mark against the labels of its sources.
    package mutating func findings(of record: Record) -> [Finding] {
        let sources = record.carriers
        let labels = sources.compactMap { markings[$0] }
        guard let own = record.marking, labels.count == sources.count, let strictest = labels.max(), own > strictest
        else { return [] }
        return [
            Finding(
                record.id,
                "it is marked \(own), but its sources are marked \(strictest) at most: unless this is intended, 'set \(record.id) tlp=\(strictest)'",
                others: sources)
        ]
    }
}

import DossierModel

/// Every claim is carried by a source, in words that are quoted from it.
package struct AnchorsCheck: Check {
    package static let name = "anchors"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .warning, of: [.claim], reading: [.source, .quote],
        "every claim names its source and quotes the words that support it",
        example: CheckExample(
            .commands([
                "add source s1 -- NIS said that 1,500 soldiers had arrived.", "add claim c1 \"1,500 have arrived\"",
                "add claim c2 \"More will follow\" source=s1",
            ]),
            finds: [
                "c1  it has no source: add one with 'set c1 source=ID'",
                "c2  it does not quote its source: add a quote with 'set c2 quote=\"…\"'",
            ],
            remedy: [
                "set c1 source=s1 quote=\"1,500 soldiers had arrived\"", "set c2 quote=\"NIS said\"",
            ]))

    /// Begins.
    package init(_ scope: CheckScope) {}

    /// Looks at a claim.
    package mutating func findings(of claim: Record) -> [Finding] {
        if claim.carriers.isEmpty {
            return [Finding(claim.id, "it has no source: add one with 'set \(claim.id) source=ID'")]
        }
        if claim.quote != nil { return [] }
        return [
            Finding(claim.id, "it does not quote its source: add a quote with 'set \(claim.id) quote=\"…\"'")
        ]
    }
}

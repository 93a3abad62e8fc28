import DossierModel
import DossierTime

/// No source was published before what it carries was said, or happened.
package struct PublicationCheck: Check {
    private let published: [Identifier: FieldValue]

    package static let name = "publication"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .warning, of: [.event, .claim], reading: [.when, .said, .status, .source, .quote],
        "no source was published before what it reports was said or happened",
        details:
            "The check finds claims that were said, and events reported, confirmed or disputed that began, more than a day after the last of their sources was published, under every reading of the dates; the day allows for time zones. A source without a publication date may be later, so its records are not listed.",
        example: CheckExample(
            .commands([
                "add source s1 published=2024-10-22", "add claim c1 \"Troops will fight\" source=s1 said=2025-10-21",
            ]),
            finds: [
                "c1  it was said (2025-10-21) after s1 was published (2024-10-22): correct a date, or name the source that reports it"
            ], remedy: ["set c1 said=2024-10-21"]))

    /// Reads when sources were published.
    package init(_ scope: CheckScope) { published = scope.sources(.published) }

    /// Holds a record against its sources.
    package mutating func findings(of record: Record) -> [Finding] {
        let isClaim = record.kind == .claim
        if !isClaim, record.status?.isPast != true { return [] }
        guard let time = record.when(isClaim ? .said : .when) else { return [] }
        var last: (source: Identifier, when: When)?
        for source in record.carriers {
            guard case .when(let when)? = published[source], when.isBounded, time.firstSecond < When.open,
                time.firstSecond > when.lastSecond + Moment.secondsADay
            else { return [] }
            if last.map({ $0.when.lastSecond < when.lastSecond }) ?? true { last = (source, when) }
        }
        guard let last else { return [] }
        return [
            Finding(
                record.id,
                "it \(isClaim ? "was said" : "happened") (\(time)) after \(last.source) was published (\(last.when)): correct a date, or name the source that reports it",
                others: [last.source])
        ]
    }
}

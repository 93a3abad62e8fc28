import DossierModel
import DossierTime

extension ReportMarkdown {
    /// What is held, and how firmly; one event alone says that itself.
    mutating func writeStatuses(_ statuses: [ReportStatus]) {
        if statuses.reduce(0, { $0 + $1.events.count }) < 2 { return }
        write("## Events by status")
        write("Support is counted in independent origins: sources that draw on one another count as one.")
        for group in statuses {
            let meaning = group.status.map { "**\($0.rawValue.capitalised)**: \($0.meaning)." }
            write(meaning ?? "**No status**")
            write(
                group.events.map { event in
                    Item(line: ReportMarkdown.dated(event) + " (\(ReportSentences.support(event.support)))")
                })
        }
    }

    /// Events by time; one alone is no line of time.
    mutating func writeTimeline(_ contents: ReportContents) {
        if contents.timeline.count < 2 { return }
        write("## Timeline")
        write(
            contents.timeline.map { event in
                let status = event.status.map { " (\($0.rawValue))" } ?? ""
                return Item(line: ReportMarkdown.dated(event) + status)
            })
        if contents.undated > 0 {
            write(contents.undated == 1 ? "1 event has no date." : "\(contents.undated) events have no date.")
        }
    }

    /// Each event with the claims about it.
    mutating func writeEvents(_ events: [ReportEvent]) {
        if events.isEmpty { return }
        write("## Events")
        for event in events {
            write("### " + ReportMarkdown.escaped(event.title, else: event.id.text))
            write(ReportMarkdown.facts(of: event))
            for paragraph in event.text.map(ReportMarkdown.paragraphs) ?? [] { write(paragraph) }
            for (heading, claims) in [
                ("Claims that support it:", event.supporting), ("Claims against it:", event.opposing),
                ("Other claims about it:", event.other),
            ] where !claims.isEmpty {
                write(heading)
                write(claims.map(ReportMarkdown.claim))
            }
        }
    }

    private static func dated(_ event: ReportEvent) -> String {
        guard let when = reading(event.when) else {
            return escaped(event.title, else: event.id.text)
        }
        return "**\(when)**: " + escaped(event.title, else: event.id.text)
    }

    private static func facts(of event: ReportEvent) -> [Item] {
        let type = event.type.map { escaped($0) }
        let status = event.status.map { "\($0.rawValue) (\($0.meaning))" }
        let against = ReportSentences.counts(event.support.against)
        let limits = ReportSentences.counts(event.support.limits)
        let facts: [(String, String?)] = [
            ("When", reading(event.when)), ("Type", type), ("Actor", escaped(event.actors)),
            ("Target", escaped(event.targets)), ("Place", escaped(event.places)),
            ("Figure", reading(event.figures)), ("Status", status), ("Support", fullSupport(event.support)),
            ("Against it", against), ("Limited by", limits),
            (event.sources.count == 1 ? "Source" : "Sources", String(citations(event.sources).dropFirst())),
            ("Tags", String(tags(event.tags).dropFirst())),
        ]
        return facts.compactMap { label, value in
            value.flatMap { $0.isEmpty ? nil : Item(line: "**\(label)**: \($0)") }
        }
    }

    /// What supports an event, with the names of the origins, and what is to be minded.
    private static func fullSupport(_ support: ReportSupport) -> String {
        if support.counts.isEmpty { return "none" }
        var parts = support.counts.map { $0.kind.counted($0.count) }
        let names = support.origins.map { origin in
            escaped(origin.name) + (origin.count > 1 ? " (behind \(origin.count) of them)" : "")
        }
        let origins = names.isEmpty ? "" : ": " + names.joined(separator: ", ")
        parts.append(ReportSentences.origins(support.independent) + origins)
        if support.hasOwnWords { parts.append(escaped("the analyst's own words")) }
        if !support.withoutOrigin.isEmpty { parts.append("no origin given for " + escaped(support.withoutOrigin)) }
        return parts.joined(separator: "; ")
    }
}

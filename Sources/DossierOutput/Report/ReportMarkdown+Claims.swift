import DossierModel
import DossierTime

extension ReportMarkdown {
    /// The claims that stand below no event.
    mutating func writeClaims(_ contents: ReportContents) {
        writeSection(contents.events.isEmpty ? "Claims" : "Other claims", contents.claims.map(ReportMarkdown.claim))
    }

    /// Claims that cannot all be so, and claims that a later one replaces.
    mutating func writeConflicts(_ contents: ReportContents) {
        write("Contradictions", contents.contradictions) { conflict in
            conflict.isPossible ? "These claims may contradict each other" : "These claims contradict each other"
        }
        write("Updates", contents.updates) { conflict in
            conflict.isPossible
                ? "The later claim may replace the earlier one" : "The later claim replaces the earlier one"
        }
    }

    private mutating func write(
        _ title: String, _ conflicts: [ReportConflict], _ sentence: (ReportConflict) -> String
    ) {
        if conflicts.isEmpty { return }
        write("## " + title)
        for conflict in conflicts {
            write("### " + ReportMarkdown.escaped(conflict.about.joined(separator: ", "), else: "Claims"))
            write("\(sentence(conflict)): \(ReportMarkdown.escaped(conflict.reason)).")
            for paragraph in conflict.remark.map(ReportMarkdown.paragraphs) ?? [] { write(paragraph) }
            write(conflict.claims.map(ReportMarkdown.claim))
        }
    }

    /// A claim with who says it, how, and in which words.
    static func claim(_ claim: ReportClaim) -> Item {
        let names = claim.speakers.joined(separator: ", ")
        var line = strong(names, else: "Unnamed speaker") + " " + escaped(claim.stance)
        if let said = reading(claim.said) { line += " (\(said))" }
        if let title = claim.title.map({ escaped($0) }), !title.isEmpty { line += ": " + title }
        if claim.isRepeated { return Item(line: line + " (see above)" + citations(claim.sources)) }
        line += beside([
            ("about", escaped(claim.about)), ("time", reading(claim.when)), ("figure", reading(claim.figures)),
            ("grade", reading(claim.grade)), ("likelihood", claim.likelihood.map { escaped($0.reading) }),
            ("outcome", outcome(claim.outcome, known: claim.resolved)),
        ])
        let text = claim.text.map(paragraphs) ?? []
        return Item(
            line: line + citations(claim.sources) + tags(claim.tags),
            blocks: (claim.quote.map { [quote($0)] } ?? []) + text)
    }

    static func outcome(_ outcome: ForecastOutcome?, known when: When?) -> String? {
        outcome.map { $0.meaning + (reading(when).map { ", known \($0)" } ?? "") }
    }

    /// The figures of each thing in each unit.
    mutating func writeFigures(_ figures: [ReportFigures]) {
        if figures.isEmpty { return }
        write("## Figures")
        for group in figures {
            let unit = group.unit.map { ", in " + ReportMarkdown.escaped($0) } ?? ""
            write("### " + ReportMarkdown.escaped(group.subject, else: "Figures") + unit)
            write(group.figures.map(ReportMarkdown.figure))
        }
    }

    private static func figure(_ figure: ReportFigure) -> Item {
        let names = figure.speakers.isEmpty ? "unnamed speaker" : escaped(figure.speakers)
        let who = figure.stance.map { "\(names) \(escaped($0))" } ?? "held by the analyst"
        let when = reading(figure.when).map { ", \($0)" } ?? ""
        return Item(line: "**\(escaped(figure.quantity.reading))**: \(who)\(when)" + citations(figure.sources))
    }
}

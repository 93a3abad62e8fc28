import DossierAnalysis
import DossierLanguage
import DossierModel

/// A report in Markdown: what is held and how firmly, who says so, and in which words.
package struct MarkdownExporter: Exporter {
    private let request: ExportRequest
    private let template: Template?

    package static let name = "markdown"

    /// The format as data.
    package static let definition = ExporterDefinition(
        name, "a report for people: what is held and how firmly, claims with their words, judgements, gaps, sources",
        settings: [ReportTemplate.setting], files: [ReportTemplate.setting.name], takesTables: true, ending: "md",
        examples: [
            Example(
                "a report", "export markdown e2",
                answer: ##"""
                    # Report

                    This report covers 1 event.

                    ## Events

                    ### Seoul summons the ambassador

                    - **When**: 21 October 2024
                    - **Place**: Seoul
                    - **Status**: confirmed (the analyst believes that it happened)
                    - **Support**: none
                    - **Tags**: \#diplomacy
                    """##),
            Example(
                "a report in words of your own", "export markdown events template=brief.mustache",
                reading: Example.File(
                    "brief.mustache",
                    """
                    # {{title}}{{#tlp}} ({{tlp}}){{/tlp}}

                    {{#events}}
                    - {{when}}: {{title}}{{#places}}, {{.}}{{/places}} ({{support}})
                    {{/events}}

                    """),
                answer: """
                    # Report

                    - 8 to 13 October 2024: First contingent arrives (no support)
                    - 21 October 2024: Seoul summons the ambassador, Seoul (no support)
                    """),
            Example(
                "the table of a view", "export markdown central",
                answer: """
                    | id | kind | degree | between | share | title |
                    | --- | --- | --- | --- | --- | --- |
                    | c1 | claim | 3 | 5.00 | 24% | It is a significant escalation |
                    | e1 | event | 2 | 3.00 | 14% | First contingent arrives |
                    | s1 | source | 1 | 0.00 | 0% | Seoul protests |
                    | north-korea | entity | 1 | 0.00 | 0% | North Korea |
                    | seoul | entity | 1 | 0.00 | 0% | Seoul |
                    | mark-rutte | entity | 1 | 0.00 | 0% | Mark Rutte |
                    | e2 | event | 1 | 0.00 | 0% | Seoul summons the ambassador |
                    | nis | entity | 0 | 0.00 | 0% | National Intelligence Service |

                    8 records; betweenness over pairs of records (Brandes 2001)
                    """),
        ])

    /// Takes the request, and reads the template that it names.
    package init(_ request: ExportRequest) throws(Diagnostic) {
        self.request = request
        template = try ReportTemplate.read(from: request)
    }

    /// Writes the report, or the table of a view.
    package func export() -> Exported {
        if case .value(let value) = request.content { return Exported(.text(MarkdownText.text(of: value))) }
        let contents = ReportReader.contents(of: request)
        guard let template else {
            return Exported(
                .text(ReportMarkdown.text(of: contents)), losses: ReportLosses.of(request), label: contents.label)
        }
        var losses = LossReport()
        losses.note("the template decides what the report tells")
        return Exported(
            .text(ReportTemplate.text(of: contents, by: template, for: request.watch)), losses: losses,
            label: contents.label)
    }
}

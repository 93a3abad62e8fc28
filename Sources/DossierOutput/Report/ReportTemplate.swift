import DossierLanguage
import DossierModel

/// A template of one's own for a report.
enum ReportTemplate {
    /// The setting that names the file.
    static let setting = FieldDefinition(
        FieldName("template"), .text, "a Mustache template for the report: template=brief.mustache; see 'Exporting'")

    /// Reads the template of a request; nil where none is given.
    ///
    /// - Throws: a diagnostic at the name of the file, with the place in the file.
    static func read(from request: ExportRequest) throws(Diagnostic) -> Template? {
        guard let file = request.files[setting.name.text] else { return nil }
        do { return try Template(Array(file.text.utf8), names: names) } catch {
            throw .malformed(error, file.name)
        }
    }

    /// The report in the words of a template. What a name stands for is escaped as Markdown, but in `{{{…}}}`.
    static func text(of contents: ReportContents, by template: Template, for watch: (any WorkWatch)?) -> String {
        template.text(of: ReportValues.of(contents), for: watch) { text in
            MarkdownEscaping.withoutTaskMark(MarkdownText.escaped(text))
        }
    }

    /// The names that a template may use.
    static let names = Set(
        """
        about actors against aliases anchor authors best citations claims comments confidence contradictions coordinates
        countries derived due earliest edtf entities events figure figures file forecasts from gaps grade hasClaims
        hasComments hasContradictions hasEntities hasEvents hasFigures hasForecasts hasGaps hasHypotheses hasJudgements
        hasOpposing hasOther hasRelations hasSources hasStatuses hasSupporting hasTimeline hasUpdates high hypotheses id
        judgements language latest likelihood low meaning name number opposing origins other outcome places possible
        published publisher quantities quote reason relation relations reliability remark repeated resolved retrieved roles
        said scope sentences sources speakers stance status statuses strength subject support supporting tags targets text
        timeline title tlp to type undated unit updates url values when
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension Diagnostic {
    fileprivate static func malformed(_ error: TemplateError, _ file: Token.Value) -> Diagnostic {
        let name = file.text.split(separator: "/").last.map(String.init) ?? file.text
        return Diagnostic(
            .malformedFile, "\(name):\(error.line):\(error.column): \(error.problem)", at: file.place,
            expectation: error.expectation, suggestion: error.suggestion, exit: .badData)
    }
}

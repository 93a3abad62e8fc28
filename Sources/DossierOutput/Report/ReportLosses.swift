import DossierModel

/// What of the records a report does not tell.
enum ReportLosses {
    /// All fields that a report has no words for.
    static func of(_ request: ExportRequest) -> LossReport {
        var losses = LossReport()
        if case .session = request.content { losses.loseAll(of: request.session.header, but: [.title, .tlp]) }
        for record in request.records {
            losses.loseAll(of: record, but: told(of: record.kind))
            if record.quote != nil { losses.lose("quote positions", of: record) }
        }
        return losses
    }

    private static func told(of kind: Kind) -> Set<FieldName> {
        let fields: [FieldName] =
            switch kind {
            case .source:
                [.title, .publisher, .author, .url, .published, .retrieved, .language, .reliability, .derived, .file]
            case .entity: [.name, .type, .alias, .role, .country, .coordinates, .text]
            case .event: [.title, .when, .type, .actor, .target, .place, .quantity, .source, .status, .text]
            case .claim:
                [
                    .title, .speaker, .said, .about, .stance, .when, .quantity, .source, .quote, .grade, .likelihood,
                    .outcome, .resolved, .text,
                ]
            case .note:
                [.text, .type, .target, .quote, .likelihood, .confidence, .due, .outcome, .resolved]
            case .link: [.from, .relation, .to, .when, .strength, .grade, .source, .text]
            case .session: [.title]
            }
        return Set(fields + [.tags])
    }
}

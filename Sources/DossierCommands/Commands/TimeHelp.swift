import DossierLanguage
import DossierTime

/// How times are written, in EDTF and in words: the page `help times`, made from the rules that the program reads by.
enum TimeHelp {
    static var blocks: [Block] {
        [.heading("times in EDTF (ISO 8601-2:2019, levels 0, 1 and 2)"), .fields(forms), .line("")]
            + [.heading("how times compare"), .fields(answers), .line("")]
            + choices.map { .prose(StyledText($0), indent: 2) }
            + [.line(""), .heading("times in words, in quotation marks"), .table(words), .line("")]
            + [.heading("words with several readings, which is an error that lists them"), .fields(ambiguities)]
            + [.line(""), .heading("words that are not accepted"), .fields(refusals)]
    }

    private static let forms = WhenForms.forms.map { form in
        Block.Labelled(label: form.texts.joined(separator: ", "), text: StyledText(form.meaning))
    }

    private static let answers = WhenForms.answers.map { answer in
        Block.Labelled(
            label: "\(answer.record) \(answer.question.rawValue) \(answer.other)",
            text: StyledText("\(answer.certainty): \(answer.rule)"))
    }

    /// What the tables do not say.
    private static let choices = [
        "Seasons 21 to 24 are the northern meteorological ones.",
        "Not accepted: intervals with both ends missing, hour 24, second 60, and offsets beyond 14 hours.",
        "'set SOURCE zone=+03:00' sets the offset for local times in words from that source. Times typed as EDTF are not changed.",
    ]

    private static var words: Table {
        var table = Table(
            columns: [
                Table.Column("rule", priority: 4), Table.Column("words", priority: 6),
                Table.Column("asOf", title: "as of", priority: 6), Table.Column("edtf", priority: 7),
            ],
            rows: [])
        table.rows = WhenWords.rules.map { rule in
            Table.Row([
                Table.Cell(StyledText(rule.name)), Table.Cell(StyledText(rule.words)),
                Table.Cell(StyledText(rule.asOf ?? "")), Table.Cell(StyledText(rule.result)),
            ])
        }
        table.footers = [
            "Words are read relative to the day on which the record's source was published, or as-of=DATE, never to the clock.",
            "For what is due, forecast, demanded or expected, words point forward: by Saturday is the next Saturday.",
        ]
        return table
    }

    private static var refusals: [Block.Labelled] {
        WhenWords.refusals.map { refusal in
            Block.Labelled(label: refusal.words, text: StyledText("\(refusal.name): \(refusal.problem)"))
        }
    }

    private static var ambiguities: [Block.Labelled] {
        WhenWords.ambiguities.map { ambiguity in
            Block.Labelled(
                label: ambiguity.words,
                text: StyledText("\(ambiguity.name): \(ambiguity.readings.joined(separator: " or "))"))
        }
    }
}

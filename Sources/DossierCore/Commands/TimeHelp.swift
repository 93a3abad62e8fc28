/// How times are written, in EDTF and in words: the page `help times`, made from the rules that the program reads by.
enum TimeHelp {
    static var blocks: [Block] {
        [.heading("times as EDTF writes them (ISO 8601-2:2019, levels 0, 1 and 2)"), .fields(forms), .line("")]
            + choices.map { .prose(StyledText($0), indent: 2) }
            + [.line(""), .heading("times in words, in quotation marks"), .table(words), .line("")]
            + [.heading("words with several readings, which is an error that lists them"), .fields(ambiguities)]
            + [.line(""), .heading("words that are refused"), .fields(refusals)]
    }

    private static let forms = [
        ("2024-10-21, 2024-10, 2024", "a day; some day of a month; some day of a year"),
        ("2024-10-21T09:30:00+02:00", "a time of day with its offset; Z is UTC"),
        ("2024-10-21T09:30:00", "a local time: by the clock of a place whose zone is not said"),
        ("2024-10-21T09:30~", "ISO 8601-1: minutes, decimals of seconds and doubt; also in spans and sets"),
        ("2024-06~, 2024?, 2024%", "about; uncertain; both; a part alone: 2024-?06, ~2024-10"),
        ("2024-10-XX, 202X, 2024-XX-15", "digits that are not known"),
        ("2024-10-08/2024-10-13", "throughout these days"),
        ("2024-10/.., 2024-10/", "without an end; with an end that is not known"),
        ("[2024-10-08..2024-10-13]", "one of these days; [2024-10-08,2024-10-12] one of two"),
        ("{2024-10-08,2024-10-12}", "all of these days"),
        ("2024-21 … 2024-41", "seasons 21-24, by hemisphere 25-32, quarters 33-36, thirds 37-39, halves 40, 41"),
        ("Y170000002, Y17E7, 1950S2", "long years; exponents; significant digits"),
    ].map { Block.Labelled(label: $0.0, text: StyledText($0.1)) }

    /// Where public implementations of EDTF disagree, what is done here and why.
    private static let choices = [
        "Seasons 21 to 24 are the northern meteorological ones; winter is December to February of the next year.",
        "~, ? and % never move bounds: the standard gives them no width.",
        "A/B starts some day of A and ends some day of B, so that 2024/2025 falls in 2024-10 possibly.",
        "An open end (..) goes on without a limit; an unknown end (nothing) is only possible.",
        "Both ends missing, hours 24 and seconds 60 and offsets beyond 14 hours are refused.",
        "The day of a time is the day that was written, with an offset too.",
        "Two local times are compared by their clocks. Against a time with an offset a local one lies anywhere from UTC−12 to UTC+14, so that the answer within that band is possibly.",
        "'set SOURCE zone=+03:00' gives an offset to the local times in words that are read in the source.",
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
            "Words are read against the day on which the record's source was published, or as-of=DATE; never against a clock.",
            "What is due, forecast, demanded or expected lies ahead of that day: by Saturday is the next Saturday.",
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

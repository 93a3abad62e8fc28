/// How figures are written: the page `help quantities`, made from the tables that the tests run.
enum QuantityHelp {
    static var blocks: [Block] {
        [
            .heading("quantities as they are typed"), .table(table(QuantityRules.typed)), .line(""),
            .prose("A unit follows after a space. A field may be given several times, one figure a value.", indent: 2),
            .line(""), .heading("numbers as people write them"), .table(table(QuantityRules.numbers)), .line(""),
            .heading("words around them"), .table(table(QuantityRules.words)), .line(""),
            .prose(
                "The answer shows how words were read. 'more than 1,000' is 1001.. of things that are counted; of what is measured, and without a unit, it is 1000.., so that nothing is stated that was not said.",
                indent: 2),
            .line(""), .heading("what is refused, with the figures to choose from"), .fields(refusals), .line(""),
            .prose(
                "Units are compared as they are written and never converted: percent, per cent and % are one, and capitals and a last s do not count in long names. A figure in another unit is no answer to a question; where the question is turned round by '-', it is marked '?'. 'quantity=1000..2000' finds what certainly lies in the range.",
                indent: 2),
        ]
    }

    private static func table(_ rules: [QuantityRules.Rule]) -> Table {
        Table(
            columns: [
                Table.Column("rule", priority: 4), Table.Column("written", priority: 6),
                Table.Column("typed", title: "is", priority: 7),
            ],
            rows: rules.map { rule in
                Table.Row([
                    Table.Cell(StyledText(rule.name)), Table.Cell(StyledText(rule.written)),
                    Table.Cell(StyledText(rule.typed)),
                ])
            })
    }

    private static var refusals: [Block.Labelled] {
        QuantityRules.refusals.map { refusal in
            let readings = refusal.readings.isEmpty ? "" : ": " + refusal.readings.joined(separator: " or ")
            return Block.Labelled(label: refusal.written, text: StyledText(refusal.name + readings))
        }
    }
}

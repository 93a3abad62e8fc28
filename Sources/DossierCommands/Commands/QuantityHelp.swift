import DossierLanguage
import DossierTime

/// How figures are written: the page `help quantities`, made from the tables that the tests run.
enum QuantityHelp {
    static var blocks: [Block] {
        [
            .heading("quantities, as typed"), .table(table(QuantityRules.typed)), .line(""),
            .prose(
                "A unit follows after a space. The field can be given several times, with one figure per value.",
                indent: 2),
            .line(""), .heading("numbers as people write them"), .table(table(QuantityRules.numbers)), .line(""),
            .heading("words around them"), .table(table(QuantityRules.words)), .line(""),
            .prose(
                "The answer shows how words were read. 'more than 1,000' is 1001.. for things that are counted; for measures, and without a unit, it is 1000.., so that nothing is added to what was said.",
                indent: 2),
            .line(""), .heading("not accepted, with the figures to choose from"), .fields(refusals), .line(""),
            .prose(
                "Units are compared as written and never converted: percent, per cent and % are the same, and in long names capitals and a final s are ignored. A figure in another unit does not match a query; if the query is negated with '-', it is marked '?'. 'quantity=1000..2000' finds figures that are certainly in the range.",
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

import DossierLanguage
import DossierTime

/// What queries find: the page `help queries` and the tests are made from these tables.
package enum QueryRules {
    /// An event, a question and the answer.
    struct Rule: Sendable {
        let name: String
        /// The field of the event as it is typed.
        let field: String
        let query: String
        let certainty: Certainty

        init(_ name: String, _ field: String, _ query: String, _ certainty: Certainty) {
            self.name = name
            self.field = field
            self.query = query
            self.certainty = certainty
        }
    }

    static let all: [Rule] = [
        Rule("a time has a day in the period", "when=2024-10-08", "when:2024-10", .certainly),
        Rule("a time may have a day in it", "when=2024", "when:2024-10", .possibly),
        Rule("= asks for what is certain", "when=2024", "when=2024-10", .no),
        Rule("a written period is all of its days", "when=2024-10-08", "during:2024-10", .certainly),
        Rule("so it is for overlaps:", "when=2024-10-08", "overlaps:2024-10", .certainly),
        Rule("a span has a day in it", "when=2024-09-20/2024-10-02", "overlaps:2024-10", .certainly),
        Rule("an open end goes on", "when=2023-11-02", "when:2023-09/..", .certainly),
        Rule("an unknown end may come before", "when=2023-11-02", "when:2023-09/", .possibly),
        Rule("the side that is stated is certain", "when=2023-09-02", "when:2023-09/", .certainly),
        Rule("an unknown end of a record", "when=2023-09/", "when:2023-11", .possibly),
        Rule("a figure in a range", "quantity=1500", "quantity=1000..2000", .certainly),
        Rule("about a figure: a quarter more or less", "quantity=~1500", "quantity>1300", .possibly),
        Rule("units are not converted", #"quantity="20 planes""#, #"quantity>"10 tanks""#, .no),
        Rule("- of another unit: nobody knows", #"quantity="20 planes""#, #"-quantity>"10 tanks""#, .possibly),
        Rule("case and letters of one form", #"title="STRASSE""#, "title:straße", .certainly),
        Rule("listed words in either spelling", "status=cancelled", "status:canceled", .certainly),
        Rule("tags in any case", "tags=Troops", "#troops", .certainly),
    ]

    /// The table as the help shows it.
    package static var table: Table {
        Table(
            columns: [
                Table.Column("rule", priority: 4), Table.Column("field", title: "of the event", priority: 6),
                Table.Column("query", priority: 6), Table.Column("found", priority: 7),
            ],
            rows: all.map { rule in
                let found = rule.certainty == .no ? "no" : "\(rule.certainty)"
                return Table.Row([rule.name, rule.field, rule.query, found].map { Table.Cell(StyledText($0)) })
            })
    }
}

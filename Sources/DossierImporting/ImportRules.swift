import DossierLanguage
import DossierModel

/// What the cells of a row become: the help and the tests are made from this table.
package enum ImportRules {
    /// One way in which cells are read.
    struct Rule: Sendable {
        let name: String
        /// The kind of record in which the example is tried.
        let kind: Kind
        /// What is typed for the field.
        let assignment: String
        /// The cells of the columns a, b and so on.
        let cells: [String]
        let outcome: Outcome

        init(
            _ name: String, _ assignment: String, _ cells: [String], _ outcome: Outcome, of kind: Kind = .event
        ) {
            self.name = name
            self.kind = kind
            self.assignment = assignment
            self.cells = cells
            self.outcome = outcome
        }
    }

    /// What a field holds afterwards.
    enum Outcome: Sendable, Hashable {
        /// What was written.
        case same(String)
        /// Another form of it, which the answer counts and shows.
        case normalised(String)
        /// Nothing, which the answer counts.
        case leftOut
        /// There is no record, which the answer counts.
        case noRecord

        var text: String {
            switch self {
            case .same(let text), .normalised(let text): text
            case .leftOut: "(left out)"
            case .noRecord: "(no record)"
            }
        }
    }

    static let all: [Rule] = [
        Rule("an empty cell", "title={a}", ["", "x"], .leftOut),
        Rule("one of several cells is empty", #"title="{a}: {b}""#, ["x", ""], .leftOut),
        Rule("a part in brackets", #"title="{a}[: {b}]""#, ["x", "y"], .same("x: y")),
        Rule("its cell is empty", #"title="{a}[: {b}]""#, ["x", ""], .same("x")),
        Rule("a bracket of the text", #"when="[[{a}..{b}]]""#, ["2024-05", "2024-06"], .same("[2024-05..2024-06]")),
        Rule("a cell that counts as empty", #"title={a} empty="n/a,-""#, ["n/a"], .leftOut),
        Rule("a cell of a table", #"type={a} map.type="Riots=riot""#, ["riots"], .normalised("riot")),
        Rule("a blank row", "title={a}", ["", " "], .noRecord),
        Rule("blanks around a name", "actor={a}", [" Kim "], .normalised("Kim")),
        Rule("blanks around a text", "title={a}", [" Kim "], .same(" Kim ")),
        Rule("a day without hyphens", "when={a}", ["20241021"], .normalised("2024-10-21")),
        Rule("a day as databases write it", "when={a}", ["2024-10-21 00:00:00"], .normalised("2024-10-21")),
        Rule("a day in words", "when={a}", ["21 October 2024"], .normalised("2024-10-21")),
        Rule("one day in two cells", #"when="{a}/{b}""#, ["20241021", "20241021"], .normalised("2024-10-21")),
        Rule("the month first", "when={a} dates=mdy", ["10/7/2024"], .normalised("2024-10-07")),
        Rule("a month", #"when={a} precision="{b}: 4=month""#, ["2024-10-21", "4"], .normalised("2024-10")),
        Rule("an end is blank", #"when="{a}/{b}" blank-end=open"#, ["2024-10", ""], .same("2024-10/..")),
        Rule("the same, as one day", #"when="{a}/{b}" blank-end=day"#, ["", "2024-10"], .same("2024-10")),
        Rule("a figure", #"quantity="{a} dead""#, ["40"], .same("40 dead")),
        Rule("an exponent", #"quantity="{a} dead""#, ["1.5E+04"], .normalised("15000 dead")),
        Rule("groups of digits", #"quantity="{a}..{b}""#, ["1,000", "2,000"], .normalised("1000..2000")),
        Rule("a figure in words", #"quantity="{a} dead""#, ["at least 12"], .normalised("12.. dead")),
        Rule("a word of a list", "type={a}", ["organisation"], .normalised("organization"), of: .entity),
        Rule("a grade", "grade={a}", ["b2"], .normalised("B2"), of: .claim),
    ]

    /// The table as the help shows it.
    package static var table: Table {
        Table(
            columns: [
                Table.Column("cells", priority: 4), Table.Column("typed", title: "FIELD=VALUE", priority: 6),
                Table.Column("written", title: "{a}, {b}", priority: 6), Table.Column("held", priority: 7),
            ],
            rows: all.map { rule in
                let written = rule.cells.map { $0.allSatisfy { $0 == " " } ? "''" : $0 }.joined(separator: ", ")
                return Table.Row(
                    [rule.name, rule.assignment, written, rule.outcome.text].map { Table.Cell(StyledText($0)) })
            })
    }
}

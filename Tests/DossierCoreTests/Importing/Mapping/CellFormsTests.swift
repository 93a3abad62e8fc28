import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierImporting
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierTime

@Suite("the forms in which cells become values") struct CellFormsTests {
    /// What a field of an event holds after a row of cells was imported into it.
    private func held(_ field: FieldName, _ assignment: String, _ cells: [String]) throws -> String? {
        var csv = CSVText(raw: true)
        csv.row(["a", "b", "c", "key"])
        csv.row(cells + Array(repeating: "", count: 3 - cells.count) + ["k"])
        let engine = try TestEngine(files: ["a.csv": csv.text])
        try engine.run("import csv a.csv kind=event x.key={key} source= " + assignment)
        return engine.session.records(of: .event).first { _ in true }?[field].first?.typed
    }

    @Test(
        "parts in brackets are left out where a cell of their own is empty, and nest",
        arguments: [
            ("{a}[-{b}[-{c}]]", ["x", "y", "z"], "x-y-z"), ("{a}[-{b}[-{c}]]", ["x", "y"], "x-y"),
            ("{a}[-{b}[-{c}]]", ["x", "", "z"], "x"), ("{a}[ {b}][ {c}]", ["x", "", "z"], "x z"),
            ("at[ {a}]", [], "at"), ("[{a}][{b}]", ["", "y"], "y"), ("[[{a}]]", ["x"], "[x]"),
            ("[[{a}[..{b}]]]", ["x"], "[x]"), ("[[{a}[..{b}]]]", ["x", "y"], "[x..y]"),
            ("[{a} ]] {b}]", ["x", "y"], "x ] y"), ("{a} [sic]", ["x"], "x [sic]"), ("{{{a}}}", ["x"], "{x}"),
            ("{a}]", ["x"], "x]"), ("[[[{a}]..{b}]]", ["", "y"], "[..y]"),
        ])
    func optional(template: String, cells: [String], text: String) throws {
        #expect(try held(.title, "title=\"\(template)\"", cells) == text)
    }

    @Test("a value of optional parts alone is left out where all are empty")
    func allEmpty() throws { #expect(try held(.title, "title=\"[{a}][, {b}]\"", []) == nil) }

    @Test("a bracket that is not closed is an error at its place")
    func unclosed() throws {
        let engine = try TestEngine(files: ["a.csv": "a\nx\n"])
        #expect(
            engine.error("import csv a.csv kind=event title=\"{a}[ b\"").hasPrefix(
                """
                error: a bracket is not closed
                  import csv a.csv kind=event title="{a}[ b"
                                                        ^~~
                """))
    }

    @Test("a constant keeps the brackets of a set")
    func constant() throws {
        #expect(try held(.when, "when=[2024-03-04..2024-03-06] title={a}", ["x"]) == "[2024-03-04..2024-03-06]")
    }

    @Test(
        "a blank end of an interval is open, or the other end alone, by choice",
        arguments: [
            ("open", ["2024", ""], "2024/.."), ("open", ["", "2024"], "../2024"),
            ("open", ["2023", "2024"], "2023/2024"),
            ("day", ["2024", ""], "2024"), ("day", ["", "2024"], "2024"), ("open", ["", ""], nil),
            ("day", ["", ""], nil),
        ] as [(String, [String], String?)])
    func blankEnd(choice: String, cells: [String], text: String?) throws {
        #expect(try held(.when, "when=\"{a}/{b}\" blank-end=\(choice)", cells) == text)
    }

    @Test(
        "dates in figures are read in the order that is set",
        arguments: [
            ("dmy", "7/1/2021", "2021-01-07"), ("mdy", "7/1/2021", "2021-07-01"), ("ymd", "2021/7/1", "2021-07-01"),
            ("dmy", "20.8.2021", "2021-08-20"), ("dmy", "20-8-69", "1969-08-20"), ("mdy", "8/20/21", "2021-08-20"),
            ("ymd", "21-08-20", "2021-08-20"), ("mdy", "8/20/2021 2:05 PM", "2021-08-20T14:05"),
            ("mdy", "8/20/2021 12:00 AM", "2021-08-20"), ("dmy", "20/8/2021 14:05:09", "2021-08-20T14:05:09"),
            ("dmy", "2021-08-07", nil), ("dmy", "1/2", nil), ("dmy", "7/1-2021", nil), ("dmy", "7/1/2021 noon", nil),
            ("dmy", "123/1/2021", nil), ("mdy", "8/20/2021 13:00 PM", nil),
        ] as [(String, String, String?)])
    func dates(order: String, text: String, edtf: String?) throws {
        let made = try DateOrder(reading: order).edtf(text.utf8)
        #expect(made.map { String(decoding: $0, as: UTF8.self) } == edtf)
    }

    @Test("with an order of dates words and EDTF are read as well")
    func datesInWords() throws {
        #expect(try held(.when, "when={a} dates=dmy", ["20-Jan-21"]) == "2021-01-20")
        #expect(try held(.when, "when={a} dates=dmy", ["11 Mar 2021"]) == "2021-03-11")
        #expect(try held(.when, "when={a} dates=mdy", ["2021-03-11"]) == "2021-03-11")
    }

    @Test(
        "a precision shortens each date of a time, and what begins and ends alike is one date",
        arguments: [
            ("month", "2016-03-11", "2016-03"), ("year", "2016-03-11", "2016"), ("about", "2016-03-11", "2016-03-11~"),
            ("month", "2016-03-11/2016-03-25", "2016-03"), ("month", "2016-03-11/2016-04-02", "2016-03/2016-04"),
            ("month", "[2016-03-11..2016-04-02]", "[2016-03..2016-04]"), ("year", "[2016-03-11..2016-04-02]", "2016"),
            ("month", "2016-03-11/..", "2016-03/.."), ("month", "11 March 2016", "2016-03"),
            ("day", "2016-03-11T10:00:00", "2016-03-11"), ("month", "2016", "2016"), ("month", "soon", "soon"),
        ])
    func precision(unit: String, time: String, text: String) throws {
        let unit = try #require(TimePrecision.Unit(rawValue: unit))
        #expect(String(decoding: unit.applied(to: Array(time.utf8)[...]), as: UTF8.self) == text)
    }

    @Test("a table converts cells without regard to case and blanks; doubled marks stand for themselves")
    func table() throws {
        let table = try CellTable("Riots = riot,a,,b=c,x==y=z,gone=,*=other")
        func value(_ cell: String) -> String? {
            table.value(of: Array(cell.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(value(" RIOTS ") == "riot" && value("a,b") == "c" && value("x=y") == "z" && value("gone") == "")
        #expect(value("else") == "other")
        #expect(throws: ValueError.self) { try CellTable("a=b,c") }
        #expect(throws: ValueError.self) { try CellTable("a=b,A=c") }
    }

    @Test("a table, an order and empty cells belong to their fields, whatever the column")
    func conversion() throws {
        let csv = "a,b\nRiots,n/a\nFires,7/1/2021\n"
        let engine = try TestEngine(files: ["a.csv": csv])
        try engine.run(
            #"import csv a.csv kind=event type={a} map.type="Riots=protest" title={a} text={b} when={b} dates=mdy empty="-, N/A" source="#
        )
        #expect(engine.session[Identifier(known: "e1")]?.text(.type) == "protest")
        #expect(engine.session[Identifier(known: "e1")]?.text(.title) == "Riots")
        #expect(engine.session[Identifier(known: "e1")]?.text(.text) == nil)
        #expect(engine.session[Identifier(known: "e2")]?.when(.when)?.text == "2021-07-01")
        #expect(engine.session[Identifier(known: "e2")]?.text(.text) == "7/1/2021")
    }

    @Test(
        "what does not make sense is an error at its words",
        arguments: [
            ("dates=dym", "'dym' is not an order of day, month and year"),
            ("blank-end=closed", "'closed' does not say what a blank end is"),
            ("map.type=x", "'x' has no value"), ("map.kind=x=y", "an event has no field 'kind'"),
            ("type=riot map.type=\"a=b\"", "'map.type=' needs 'type=' with the cell of a column"),
            ("precision=month", "'month' does not say what the cells of a column mean"),
            ("precision=\"{a}: 1=hour\"", "'hour' is not a precision"),
            ("place.coordinates=\"{a},{a}\"", "'place.coordinates=' needs 'place=' with the cell of a column"),
            ("place={a} place={b} place.alias={c}", "'place' is given twice, so 'place.alias=' has two meanings"),
            ("place={a} place.latitude={b}", "'place.latitude'"), ("mapping=ucpd", "there is no ready mapping 'ucpd'"),
            ("columns=x", "the file has 3 columns, and 1 are named"),
        ])
    func errors(given: String, message: String) throws {
        let engine = try TestEngine(files: ["a.csv": "a,b,c\nx,y,z\n"])
        let error = engine.error("import csv a.csv kind=event title={a} when={b} " + given)
        #expect(error.hasPrefix("error: ") && error.contains(message), "\(error)")
    }
}

import Testing

@testable import DossierCore

@Suite("queries about quantities") struct QuantityQueryTests {
    @Test(
        "a quantity has three answers, of another unit none",
        arguments: [
            ("quantity:1500", "e1 e3?"), ("quantity=1500", "e1"), ("quantity>1200", "e1 e2 e3? e5"),
            ("quantity>=1500", "e1 e2 e3? e5"), ("quantity<1200", "e3? e4"),
            ("quantity<=1500", "e1 e3? e4"), ("quantity:1000..2000", "e1 e3 e4?"),
            ("quantity>\"1200 soldiers\"", "e1 e2 e3? e5"), ("quantity>\"1200 ships\"", ""),
            ("-quantity>1200", "e3? e4 e6"),
        ])
    func comparisons(query: String, ids: String) throws {
        let notebook = try TestNotebook(setting: [
            #"add event e1 "A" quantity="1500 soldiers""#, #"add event e2 "B" quantity="10000 soldiers""#,
            #"add event e3 "C" quantity="1000..2000 soldiers""#,
            #"add event e4 "D" quantity="..1100 soldiers""#, #"add event e5 "E" quantity="3000.. soldiers""#,
            #"add event e6 "F""#,
        ])
        #expect(try notebook.found("events " + query) == ids)
    }

    @Test("rows are sorted by the best figure")
    func order() throws {
        let notebook = try TestNotebook(setting: [
            "add event e1 \"A\" quantity=10", "add event e2 \"B\"", "add event e3 \"C\" quantity=1..9",
            "add event e4 \"D\" quantity=1..20..30",
        ])
        #expect(try notebook.found("events by quantity") == "e3 e1 e4 e2")
    }
}

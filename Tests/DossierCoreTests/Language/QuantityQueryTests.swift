import Testing

@Suite("queries about quantities") struct QuantityQueryTests {
    @Test(
        "a quantity has three answers, of another unit none",
        arguments: [
            ("quantity:1500", "e1 e3?"), ("quantity=1500", "e1"), ("quantity>1200", "e1 e2 e3? e5"),
            ("quantity>=1500", "e1 e2 e3? e5"), ("quantity<1200", "e3? e4"),
            ("quantity<=1500", "e1 e3? e4"), ("quantity:1000..2000", "e1 e3 e4?"),
            ("quantity>\"1200 soldiers\"", "e1 e2 e3? e5"), ("quantity>\"1200 ships\"", ""),
            ("-quantity>1200", "e3? e4 e6"), ("quantity=1000..2000", "e1 e3"), ("quantity=..1200", "e4"),
            ("-quantity>\"1200 ships\"", "e1? e2? e3? e4? e5? e6"),
            ("-(quantity>\"1200 ships\" or title:A)", "e2? e3? e4? e5? e6"), ("-(-quantity>\"1200 ships\")", ""),
        ])
    func comparisons(query: String, ids: String) throws {
        let engine = try TestEngine(setting: [
            #"add event e1 "A" quantity="1500 soldiers""#, #"add event e2 "B" quantity="10000 soldiers""#,
            #"add event e3 "C" quantity="1000..2000 soldiers""#,
            #"add event e4 "D" quantity="..1100 soldiers""#, #"add event e5 "E" quantity="3000.. soldiers""#,
            #"add event e6 "F""#,
        ])
        #expect(try engine.found("events " + query) == ids)
    }

    @Test("a figure in words is read, and the answer shows how")
    func words() throws {
        let engine = try TestEngine(setting: [])
        let answer = try engine.run(#"add event "A" quantity="at least 12 dead""#)
        #expect(answer.contains("quantity “at least 12 dead” is 12.. dead, at least 12 dead"))
        #expect(try !engine.run(#"add event "B" quantity="10,000 men""#).contains(" is 10000"))
        #expect(try engine.found("events quantity:20") == "e1?")
    }

    @Test("percent, per cent and % are one unit")
    func percent() throws {
        let engine = try TestEngine(setting: [#"add event e1 "A" quantity="10 percent""#])
        #expect(try engine.found("events quantity>5%") == "e1")
        #expect(try engine.found("events quantity>\"5 per cent\"") == "e1")
    }

    @Test("rows are sorted by the best figure")
    func order() throws {
        let engine = try TestEngine(setting: [
            "add event e1 \"A\" quantity=10", "add event e2 \"B\"", "add event e3 \"C\" quantity=1..9",
            "add event e4 \"D\" quantity=1..20..30",
        ])
        #expect(try engine.found("events by quantity") == "e3 e1 e4 e2")
    }
}

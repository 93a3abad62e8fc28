import Testing

@testable import DossierLanguage

/// Views that draw, as comma-separated values.
@Suite("drawn views as a table") struct DrawnViewsTests {
    private let engine: TestEngine

    init() throws {
        engine = try TestEngine(setting: [
            #"add event e1 2024-10-08/2024-10-13 "First" quantity="~1500 soldiers""#,
            #"add claim c1 "Many" about=e1 said=2024-10-22 speaker="NIS" quantity="3000.. soldiers""#,
        ])
    }

    @Test("what a chart shows has a row for each figure or record, with a column for each thing said of one")
    func rows() throws {
        let quantities = """
            id,about,quantity,low,best,high,unit,when,speaker
            e1,e1,~1500 soldiers,1500,1500,1500,soldiers,2024-10-08/2024-10-13,
            c1,e1,3000.. soldiers,3000,,,soldiers,2024-10-22,nis

            """
        #expect(try engine.run("export csv quantities") == quantities)
        #expect(try engine.run("show quantities as csv") == quantities)
        #expect(
            try engine.run("export csv timeline")
                == "kind,id,title,when,earliest,latest,quantity\nevent,e1,First,2024-10-08/2024-10-13,2024-10-08,2024-10-13,~1500 soldiers\n"
        )
    }

    @Test("a view that has nothing to draw is an empty table")
    func empty() throws { #expect(try engine.run("export csv quantities #none").isEmpty) }
}

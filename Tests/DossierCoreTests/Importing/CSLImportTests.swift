import Testing

@testable import DossierImporting
@testable import DossierModel

@Suite("an import of CSL JSON") struct CSLImportTests {
    private func engine(_ text: String) throws -> TestEngine { try TestEngine(files: ["shelf.json": text]) }

    @Test("items become sources without a mapping; other keys are columns")
    func shelf() throws {
        let engine = try engine(
            #"""
            [{"id": "http://zotero.org/users/1/items/AB", "type": "article-newspaper", "title": "Ships", "language": "en-GB",
              "author": [{"family": "Berg", "given": "Eva", "non-dropping-particle": "van den", "suffix": "Jr"}, {"literal": "AP"}],
              "container-title": "Harbour Post", "URL": "https://example.org/a", "DOI": "10.1/x",
              "issued": {"date-parts": [[2024, "3", 9]]}, "accessed": {"date-parts": [["2024", 3]]},
              "editor": [{"family": "Roe", "given": "Jo"}]},
             {"id": "b", "title": "Book", "publisher": "Press", "container-title": "Collected", "issued": {"date-parts": [[1999]], "circa": true}}]
            """#)
        let answer = try engine.run("import csl-json shelf.json x.doi={DOI} reliability=B", width: 200)
        let sources = engine.session.records(of: .source).map { $0 }
        #expect(sources.count == 2 && sources[0].texts(.author) == ["Eva van den Berg Jr", "AP"])
        #expect(sources[0].text(.publisher) == "Harbour Post" && sources[1].text(.publisher) == "Press")
        #expect(sources[0].text(.url) == "https://example.org/a" && sources[0].text(FieldName("x.doi")) == "10.1/x")
        #expect(sources[0][.published].first?.typed == "2024-03-09" && sources[0][.retrieved].first?.typed == "2024-03")
        #expect(sources[0].text(.language) == "en-GB" && sources[1][.published].first?.typed == "1999~")
        #expect(answer.contains("columns left out: key, type, editor, container-title"), "\(answer)")
    }

    @Test(
        "dates become EDTF",
        arguments: [
            (#"{"date-parts": [[2024, 10, 21], [2024, 11]]}"#, "2024-10-21/2024-11"),
            (#"{"date-parts": [[2024]], "season": 2}"#, "2024-22"),
            (#"{"date-parts": [["2024"]], "season": "4"}"#, "2024-24"),
            (#"{"date-parts": [[2024], [0]]}"#, "2024/.."), (#"{"date-parts": [[-44, 3]]}"#, "-0043-03"),
            (#"{"date-parts": [[850]], "circa": 1}"#, "0850~"), (#"{"raw": "2024-10"}"#, "2024-10"),
            (#"{"literal": "October 2024"}"#, "2024-10"), (#""2024-10-21""#, "2024-10-21"),
            (#"{"date-parts": [[]]}"#, nil), ("null", nil), (#"{"date-parts": []}"#, nil),
        ] as [(String, String?)])
    func dates(json: String, edtf: String?) throws {
        let engine = try engine(#"[{"title": "x", "issued": \#(json)}]"#)
        try engine.run("import csl-json shelf.json")
        #expect(engine.session[Identifier(known: "s1")]?[.published].first?.typed == edtf)
    }

    @Test("a date that is none is an error of its row")
    func faults() throws {
        for json in [
            #"{"date-parts": [[2024, 13]]}"#, #"{"date-parts": [["soon"]]}"#, #"{"literal": "in the spring"}"#,
        ] {
            let engine = try engine(#"[{"title": "x", "issued": \#(json)}, {"title": "y"}]"#)
            #expect(engine.error("import csl-json shelf.json").contains("shelf.json:1:2"), "\(json)")
            #expect(try engine.run("import csl-json shelf.json bad=skip").hasPrefix("imported 1 source"))
        }
    }
}

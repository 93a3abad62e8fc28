import Testing

@testable import DossierModel
@testable import DossierOutput

@Suite("Timelines for web pages") struct TimelineJSExporterTests {
    private func document(_ setting: [String]) throws -> JSONObject {
        let text = try TestEngine(setting: setting).run("export timelinejs tlp=red")
        return try #require(try JSONReader.read(Array(text.utf8)).object)
    }

    private func slides(_ setting: [String]) throws -> [JSONObject] {
        try document(setting)["events"]?.array?.compactMap(\.object) ?? []
    }

    @Test(
        "dates are numbers, and words say what is in doubt",
        arguments: [
            ("2024-03-04", #"{"year": 2024, "month": 3, "day": 4}"#, nil, "4 March 2024"),
            (
                "[2024-03-04..2024-03-06]", #"{"year": 2024, "month": 3, "day": 4}"#,
                #"{"year": 2024, "month": 3, "day": 6}"#, "between 4 and 6 March 2024"
            ),
            ("2024-03-04/..", #"{"year": 2024, "month": 3, "day": 4}"#, nil, "from 4 March 2024 on"),
            ("-0044-03-15", #"{"year": -44, "month": 3, "day": 15}"#, nil, "15 March 45 BC"),
            (
                "2024-03-04T01:30+09:00",
                #"{"year": 2024, "month": 3, "day": 3, "hour": 16, "minute": 30, "second": 0}"#, nil,
                "01:30 UTC+09:00 on 4 March 2024"
            ), ("2024-03-04T01:30", #"{"year": 2024, "month": 3, "day": 4}"#, nil, "01:30 on 4 March 2024"),
        ] as [(String, String, String?, String)])
    func dates(when: String, start: String, end: String?, words: String) throws {
        let slide = try #require(try slides(["add event e1 \(when) \"Raid\""]).first)
        #expect(slide["start_date"]?.text == start && slide["end_date"]?.text == end)
        #expect(slide["display_date"]?.string == words)
    }

    @Test("what has no first day, or a year that JavaScript does not have, is left out and said")
    func undated() throws {
        let setting = [
            "add event e1 \"Raid\"", "add event e2 ../2024 \"Siege\"", "add event e3 Y-400000 \"Ice\"",
            "add event e4 2024 \"Talks\"",
        ]
        #expect(try slides(setting).map { $0["unique_id"]?.string } == ["e4"])
        let report = try TestEngine(setting: setting).run("export timelinejs --dry-run")
        #expect(
            report == """
                left out: 1 event (e1): no date
                left out: 1 event (e2): no day at which it begins
                left out: 1 event (e3): a year beyond those of JavaScript
                in words only: when of 1 event (e4)

                """)
    }

    @Test("nothing of a text is taken for HTML, and only addresses of the web are links")
    func html() throws {
        let slide = try #require(
            try slides([
                "add source s1 \"<b>Paper</b>\" url=\"javascript:alert(1)\"",
                "add source s2 \"A & B\" url=\"https://a.org/?q=\\\"x\\\"&b\"",
                "add event e1 2024 \"<script>alert('1')</script>\" type=<i> source=s1,s2 text=\"a\\n<img src=x>\"",
                "add claim c1 \"<u>No</u>\" about=e1 speaker=\"<x>\"",
            ]).first)
        let text = try #require(slide["text"]?.object)
        #expect(text["headline"]?.string == "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;")
        #expect(slide["group"]?.string == "&lt;i&gt;")
        #expect(
            text["text"]?.string
                == "<p>a<br>&lt;img src=x&gt;</p><p>&lt;x&gt; says: &lt;u&gt;No&lt;/u&gt;.</p>"
                + "<p>Source: &lt;b&gt;Paper&lt;/b&gt;</p>"
                + "<p>Source: <a href=\"https://a.org/?q=&quot;x&quot;&amp;b\" rel=\"noreferrer\">A &amp; B</a></p>")
    }

    @Test("the title slide has the label, and a timeline without title and label has none")
    func title() throws {
        let title = try document(["set session title=\"Raids & more\" tlp=amber+strict"])["title"]?.object
        #expect(title?["text"]?.object?["headline"]?.string == "Raids &amp; more")
        #expect(title?["text"]?.object?["text"]?.string == "<p>TLP:AMBER+STRICT</p>")
        #expect(try document(["add event e1 2024"])["title"] == nil)
    }
}

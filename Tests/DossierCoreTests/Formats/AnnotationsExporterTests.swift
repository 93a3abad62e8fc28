import Testing

@testable import DossierModel
@testable import DossierOutput

@Suite("Web annotations") struct AnnotationsExporterTests {
    private func items(_ setting: [String]) throws -> [JSONObject] {
        let text = try TestEngine(setting: setting).run("export annotations tlp=red")
        let document = try #require(try JSONReader.read(Array(text.utf8)).object)
        let items = document["first"]?.object?["items"]?.array?.compactMap(\.object) ?? []
        #expect(document["total"]?.integer == items.count)
        return items
    }

    @Test("positions count code points, and the words before and after stand beside those that are quoted")
    func selectors() throws {
        let item = try #require(
            try items([
                "add source s1 \"Paper\" url=https://a.org/x -- 🚢 e\u{301} “Nothing left it.”",
                "add claim c1 \"Nothing left\" source=s1 quote=\"Nothing left it.\"",
            ]).first)
        #expect(
            item["target"]?.text
                == #"{"type": "SpecificResource", "source": "https://a.org/x", "selector": [{"type": "TextQuoteSelector", "exact": "Nothing left it.", "prefix": "🚢 é “", "suffix": "”"}, {"type": "TextPositionSelector", "start": 6, "end": 22}]}"#
        )
        #expect(item["created"]?.string == "2024-10-23T09:00:00Z")
    }

    @Test("a source without an address that can be written has a lasting name")
    func unnamed() throws {
        for url in ["", " url=\"no address\"", " url=\"https://a.org/<x>\""] {
            let item = try #require(
                try items(["add source s1 \"Paper\"\(url) -- Words.", "annotate s1 \"Words.\" -- Mine"]).first)
            let source = try #require(item["target"]?.object?["source"]?.string)
            #expect(source.hasPrefix("urn:uuid:") && item["motivation"]?.string == "commenting")
        }
        let item = try items([
            "add source s1 \"Paper\" url=https://пример.рф/a -- Words.", "annotate s1 \"Words.\" -- Mine",
        ]).first
        #expect(item?["target"]?.object?["source"]?.string == "https://пример.рф/a")
    }

    @Test("ids last: they are those of the session's id, and of its title only where it has none")
    func identifiers() throws {
        func id(_ header: String) throws -> String? {
            try items([header, "add source s1 \"Paper\" -- Words.", "annotate s1 \"Words.\" -- Mine"]).first?["id"]?
                .string
        }
        let named = try id("set session id=urn:x:a title=A")
        #expect(try named == id("set session id=urn:x:a title=B") && named != id("set session title=A"))
    }
}

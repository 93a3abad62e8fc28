import Testing

@testable import DossierOutput

@Suite("XML") struct XMLWriterTests {
    @Test(
        "what XML takes for its own is escaped, and what it cannot carry is replaced",
        arguments: [
            ("plain 북한 🚢", "plain 북한 🚢"), ("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"),
            ("say \"no\"", "say &quot;no&quot;"), ("]]>", "]]&gt;"),
            ("a\tb\nc\rd\r\ne", "a&#9;b&#10;c&#13;d&#13;&#10;e"),
            ("\u{0}\u{1B}[31m\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}[31m\u{FFFD}\u{FFFD}"),
            ("\u{85}\u{7F}\u{2028}\u{1FFFE}\u{FEFF}", "\u{85}\u{7F}\u{2028}\u{1FFFE}\u{FEFF}"),
        ])
    func escaping(text: String, escaped: String) {
        #expect(XMLText.escaped(text).utf8.elementsEqual(escaped.utf8))
        #expect(XMLText.carries(text) == !escaped.unicodeScalars.contains("\u{FFFD}"))
    }

    @Test("elements stand in elements, and come back with their attributes and texts")
    func elements() throws {
        var xml = XMLWriter()
        xml.element("a", [("b", "1 & \"2\""), ("c", "")]) { xml in
            xml.element("d", text: "<e>")
            xml.element("f", [("g", "\n")])
        }
        #expect(
            xml.text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <a b="1 &amp; &quot;2&quot;" c="">
                  <d>&lt;e&gt;</d>
                  <f g="&#10;"/>
                </a>

                """)
        let read = try ReadXML(xml.text)
        #expect(read.attributes == ["b": "1 & \"2\"", "c": ""] && read.children.map(\.name) == ["d", "f"])
        #expect(read.children[0].text == "<e>" && read.children[1].attributes == ["g": "\n"])
    }

    @Test("every hostile text comes back from an element and from an attribute, but for what XML cannot carry")
    func hostile() throws {
        for text in HostileText.all {
            var xml = XMLWriter()
            xml.element("a", [("b", text)]) { $0.element("c", text: text) }
            let read = try ReadXML(xml.text)
            let carried = String(
                String.UnicodeScalarView(text.unicodeScalars.map { XMLText.carries(String($0)) ? $0 : "\u{FFFD}" }))
            #expect(read.attributes["b"]?.utf8.elementsEqual(carried.utf8) == true, "\(text.debugDescription)")
            #expect(read.children[0].text.utf8.elementsEqual(carried.utf8), "\(text.debugDescription)")
        }
    }
}

import Testing

@Suite("graphs for Graphviz") struct DOTExporterTests {
    /// The label of the only record, as it stands between quotation marks.
    private func label(_ title: String) throws -> String {
        let engine = try TestEngine(setting: ["add event e1 " + Typed.escaped(title)])
        let lines = try engine.run("export dot").utf8.split(separator: UInt8(ascii: "\n"))
        try #require(lines.count == 5, "\(title)")
        let (start, end) = ("  \"e1\" [label=\"e1\\n", "\", shape=box];")
        #expect(lines[3].starts(with: start.utf8) && lines[3].reversed().starts(with: end.utf8.reversed()))
        return String(decoding: lines[3].dropFirst(start.utf8.count).dropLast(end.utf8.count), as: UTF8.self)
    }

    @Test(
        "what Graphviz takes for its own stands as text",
        arguments: [
            ("plain 북한", "plain 북한"), ("say \"no\"", "say \\\"no\\\""), ("a\\N\\", "a\\\\N\\\\"),
            ("\"]; x [label=\"", "\\\"]; x [label=\\\""), ("<b>bold</b>", "<b>bold</b>"),
            ("AT&T &lt;", "AT&amp;T &amp;lt;"), ("a\tb\u{1B}[31mc\u{7F}", "ab[31mc"), ("a\u{9B}31mb\u{85}c", "a31mbc"),
            ("one\ntwo", "one …"),
        ])
    func labels(title: String, label: String) throws {
        #expect(try self.label(title) == label)
    }

    @Test("no hostile title ends its label or adds a line")
    func hostile() throws {
        for title in HostileText.own {
            let label = try label(title)
            var rest = Array(label.utf8)[...]
            while let byte = rest.popFirst() {
                #expect(byte != UInt8(ascii: "\""), "\(title)")
                if byte == UInt8(ascii: "\\") { #expect(rest.popFirst().map { "\"\\n".utf8.contains($0) } == true) }
            }
        }
    }

    @Test("fields and links are edges; what is not shown is no end of one")
    func edges() throws {
        let engine = try TestEngine(setting: [
            #"add entity rok "South Korea" type=country"#, "add event e1 \"A\" actor=rok", "add event e2 \"B\"",
            "link e2 responds-to e1",
        ])
        let all = try engine.run("export dot")
        #expect(all.hasPrefix("digraph dossier {\n") && all.hasSuffix("\n}\n"))
        #expect(all.contains("\n  \"rok\" [label=\"rok\\nSouth Korea\", shape=ellipse];\n"))
        #expect(all.contains("\n  \"e1\" -> \"rok\" [label=\"actor\", style=dashed];\n"))
        #expect(all.contains("\n  \"e2\" -> \"e1\" [label=\"responds-to\"];\n"))
        #expect(!(try engine.run("export dot events")).contains("rok"))
        #expect(!(try engine.run("export dot links")).contains("->"))
    }
}

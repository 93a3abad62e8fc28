import TestSupport
import Testing

@testable import DossierModel
@testable import DossierOutput

@Suite("graphs for Graphviz") struct DOTExporterTests {
    /// The label of the only record, as it stands between quotation marks.
    private func label(_ title: String) throws -> String {
        let engine = try TestEngine(setting: ["add event e1 " + Typed.escaped(title)])
        let lines = try engine.run("export dot").utf8.split(separator: UInt8(ascii: "\n"))
        try #require(lines.count == 7, "\(title)")
        let (start, end) = ("  \"e1\" [label=\"e1\\n", "\", shape=box, fillcolor=\"#cfe2f7\"];")
        #expect(lines[5].starts(with: start.utf8) && lines[5].reversed().starts(with: end.utf8.reversed()))
        return String(decoding: lines[5].dropFirst(start.utf8.count).dropLast(end.utf8.count), as: UTF8.self)
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
        #expect(all.contains(##""rok" [label="rok\nSouth Korea", shape=ellipse, fillcolor="#d3ead3"];"##))
        #expect(all.contains(##""e1" -> "rok" [label="actor", color="#707070", fontcolor="#707070", style=dashed];"##))
        #expect(all.contains(##""e2" -> "e1" [label="responds-to", color="#2166ac", fontcolor="#2166ac"];"##))
        for word in ["event", "entity", "responds-to", "field (dashed)"] { #expect(all.contains(">\(word)<")) }
        #expect(!all.contains(">neighbour<"))
    }

    @Test("the neighbours of what is chosen are drawn faintly: what it names, and the ends of its links")
    func neighbours() throws {
        let engine = try TestEngine(setting: [
            #"add entity rok "South Korea""#, "add event e1 \"A\" actor=rok", "add event e2 \"B\"",
            "add event e3 \"C\"",
            "link e2 responds-to e1", "add claim c1 about=e1",
        ])
        let one = try engine.run("export dot events e1")
        let faint = "fillcolor=white, color=\"#b0b0b0\", fontcolor=\"#b0b0b0\""
        #expect(one.contains(##""e1" [label="e1\nA", shape=box, fillcolor="#cfe2f7"];"##))
        #expect(one.contains(#""rok" [label="rok\nSouth Korea", shape=ellipse, "# + faint))
        #expect(one.contains(#""e2" [label="e2\nB", shape=box, "# + faint))
        #expect(one.contains(##""e2" -> "e1" [label="responds-to", color="#b0b0b0""##))
        #expect(one.contains(">neighbour<") && !one.contains("e3") && !one.contains("c1"))
        #expect(try engine.run("export dot links").contains("\"e2\" -> \"e1\""))
        #expect(try engine.run("export dot (kind:event or kind:claim)").contains("c1"))
    }

    @Test("a neighbour that is marked more strictly than what is chosen is not drawn, unless a label lets it go")
    func markedNeighbours() throws {
        let engine = try TestEngine(setting: [
            #"add entity secret "Secret Name" tlp=amber"#, #"add event e1 "A" actor=secret tlp=clear"#,
        ])
        #expect(!(try engine.run("export dot events").contains("ecret")))
        #expect(try engine.run("export dot events --dry-run").contains("lost: actor of 1 event (e1)"))
        #expect(try engine.run("export dot events tlp=amber").contains("Secret Name"))
        #expect(!(try engine.run("export dot events tlp=green").contains("ecret")))
    }

    @Test("a large graph is drawn in part, and the report says so; most edges come first")
    func limit() throws {
        let engine = try TestEngine(setting: (1...5).map { "add event e\($0)" } + ["link e5 precedes e4"])
        #expect(
            try engine.run("export dot nodes=2 --dry-run")
                == "left out: 3 events (e1, e2, e3): 2 nodes are drawn; nodes=N draws more\n")
        #expect(try engine.run("export dot nodes=2").contains("\"e5\" -> \"e4\""))
        #expect(engine.error("export dot nodes=0").contains("'0' is not a number of nodes"))
    }

    @Test("a link to a link ends at a node of its own; the label and the title stand above the graph")
    func links() throws {
        let engine = try TestEngine(setting: [
            "set session title=\"Quay \\\"4\\\"\"", "add claim c1 \"A\" tlp=green", "add claim c2 \"B\"",
            "link c1 supports c2",
            "link c2 contradicts l1",
        ])
        let graph = try engine.run("export dot tlp=green")
        #expect(graph.contains(#"  label="Quay \"4\"\nTLP:GREEN"; labelloc=t;"#))
        #expect(graph.contains(#""l1" [label="l1\nsupports", shape=diamond"#) && graph.contains(#""c2" -> "l1""#))
    }

    @Test("every field of every record is drawn or in the report", arguments: Seeds.few)
    func complete(seed: UInt64) throws {
        let engine = try TestEngine()
        var filled = FilledNotebook(seed: seed, engine)
        try filled.fill(120) { _ in }
        let graph = try engine.run("export dot tlp=red")
        let report = CarriedFields.Report(try engine.json("export dot tlp=red --dry-run"))
        CarriedFields.check(engine.session, report) { record, value in
            switch value {
            case .reference(let id):
                return graph.contains("\"\(record.id)\" -> \"\(id)\"") || record.kind == .link
            case .text(let text): return graph.utf8Contains(String(DOTText.quoted(text).dropFirst().dropLast()))
            default: return false
            }
        }
    }
}

import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput

@Suite("graphs with attributes") struct GraphExporterTests {
    private static let setting = [
        #"set session title="Port & Quay""#,
        #"add source paper "A freighter" published=2024-03-09 author="Ana; Reyes" author=Bo text="Crates came. Crates went.""#,
        #"add entity quay "Quay" type=place coordinates=46.62,142.78"#,
        #"add event berth 2024-03-04/2024-03-07 "It lies at <berth> 4" place=quay source=paper"#,
        #"add event unloading [2024-03-04..2024-03-06] "Crates" quantity="200..260..300 crates" #cargo"#,
        #"add claim said "About 250" said=2024-03-08 when=2024-03 about=unloading quantity="~250 crates" quantity="3 t" source=paper quote="Crates went""#,
        "link berth enables unloading when=2024-03-05 source=paper strength=moderate",
    ]

    private func read(_ command: String, _ engine: TestEngine) throws -> ReadXML {
        var text = ""
        try engine.engine.run(SourceText(command)) { reply in
            for case .document(let document) in reply.answer.blocks { text += document }
        }
        return try ReadXML(text)
    }

    /// What the elements of a name state, by their ids: in both formats the same.
    private func stated(_ graph: ReadXML, _ name: String) -> [String: [String: String]] {
        var columns: [String: String] = [:]
        for key in graph.all("key") where key.attributes["for"] == name {
            columns[key.attributes["id"] ?? ""] = key.attributes["attr.name"]
        }
        for list in graph.all("attributes") where list.attributes["class"] == name {
            for column in list.children { columns[column.attributes["id"] ?? ""] = column.attributes["title"] }
        }
        var stated: [String: [String: String]] = [:]
        for element in graph.all(name) {
            var values: [String: String] = [:]
            for data in element.all("data") { values[columns[data.attributes["key"] ?? ""] ?? "?"] = data.text }
            for cell in element.all("attvalue") {
                values[columns[cell.attributes["for"] ?? ""] ?? "?"] = cell.attributes["value"]
            }
            for (key, value) in element.attributes where key != "id" {
                values[name == "edge" && key == "label" ? "relation" : key] = value
            }
            stated[element.attributes["id"] ?? ""] = values
        }
        return stated
    }

    @Test("nodes state the fields of records, numbers and days apart; edges tell links from fields")
    func facts() throws {
        let engine = try TestEngine(setting: GraphExporterTests.setting)
        let graph = try read("export graphml", engine)
        let nodes = stated(graph, "node")
        #expect(nodes.keys.sorted() == ["berth", "paper", "quay", "said", "unloading"])
        #expect(
            nodes["unloading"] == [
                "kind": "event", "label": "Crates", "when": "[2024-03-04..2024-03-06]", "earliest": "2024-03-04",
                "latest": "2024-03-06", "quantity": "200..260..300 crates", "quantity_low": "200",
                "quantity_best": "260", "quantity_high": "300", "quantity_unit": "crates", "tags": "cargo",
            ])
        #expect(
            nodes["said"] == [
                "kind": "claim", "label": "About 250", "when": "2024-03-08", "earliest": "2024-03-08",
                "latest": "2024-03-08", "speaks_of": "2024-03", "quantity": "~250 crates; 3 t", "quantity_best": "250",
                "quantity_unit": "crates", "quote": "Crates went",
            ])
        #expect(nodes["quay"]?["latitude"] == "46.62" && nodes["quay"]?["longitude"] == "142.78")
        #expect(nodes["paper"]?["author"] == "\"Ana; Reyes\"; Bo" && nodes["paper"]?["text"] == nil)
        let edges = stated(graph, "edge")
        #expect(
            edges.keys.sorted() == [
                "berth:place:quay", "berth:source:paper", "l1", "said:about:unloading", "said:source:paper",
            ])
        #expect(
            edges["l1"] == [
                "source": "berth", "target": "unloading", "relation": "enables", "origin": "link",
                "strength": "moderate", "when": "2024-03-05", "earliest": "2024-03-05", "latest": "2024-03-05",
                "sources": "paper",
            ])
        #expect(
            edges["berth:place:quay"] == [
                "source": "berth", "target": "quay", "relation": "place", "origin": "field",
            ])
        #expect(graph.all("graph").first?.children.first?.text == "Port & Quay")
    }

    @Test("what is not carried is in the report")
    func losses() throws {
        let engine = try TestEngine(setting: GraphExporterTests.setting)
        #expect(
            try engine.run("export graphml --dry-run") == """
                lost: text of 1 source (paper): a graph holds no documents
                lost: quote of 1 claim (said): its position and the words around it
                in words only: quantity of 1 claim (said): numbers are those of the first
                in words only: source of 1 link (l1): an edge cannot be the end of another

                """)
        #expect(
            try engine.run("export gexf berth --dry-run").hasPrefix("lost: place of 1 event (berth): it names"))
        #expect(
            try engine.run("export gexf --dry-run").contains(
                "in words only: when of 1 event (unloading): a life span covers all days that may be meant\n"))
        #expect(try engine.run("export graphml links --dry-run").contains("left out: 1 link (l1): an end of it"))
    }

    @Test("both formats state the same of the same nodes and edges; only GEXF has life spans, of events alone")
    func alike() throws {
        let engine = try TestEngine(setting: GraphExporterTests.setting)
        let (graphml, gexf) = (try read("export graphml", engine), try read("export gexf", engine))
        var nodes = stated(gexf, "node")
        #expect(nodes["berth"]?["start"] == "2024-03-04" && nodes["berth"]?["end"] == "2024-03-07")
        #expect(nodes["said"]?["start"] == nil && nodes["paper"]?["start"] == nil)
        for id in nodes.keys {
            nodes[id]?["start"] = nil
            nodes[id]?["end"] = nil
        }
        #expect(nodes == stated(graphml, "node") && stated(gexf, "edge") == stated(graphml, "edge"))
        #expect(gexf.children.first?.attributes["lastmodifieddate"] == "2024-10-23")
        #expect(gexf.children.first?.children.map(\.text) == ["Dossier", "Port & Quay"])
    }

    @Test("a link that is named has a node, and several links between the same ends are edges of their own")
    func links() throws {
        let engine = try TestEngine(setting: [
            #"add claim c1 "One""#, #"add claim c2 "Two""#, "link c1 contradicts c2", "link c1 contradicts l1",
            "link c1 supports c2", "link c1 corroborates c2",
        ])
        for format in ["graphml", "gexf"] {
            let graph = try read("export \(format)", engine)
            #expect(stated(graph, "node").keys.sorted() == ["c1", "c2", "l1"])
            let edges = stated(graph, "edge")
            #expect(edges.keys.sorted() == ["l1", "l1:from:c1", "l1:to:c2", "l2", "l3", "l4"].sorted())
            #expect(edges["l2"]?["target"] == "l1" && edges["l3"]?["source"] == "c1" && edges["l3"]?["target"] == "c2")
        }
    }

    @Test("an empty session is an empty graph", arguments: ["graphml", "gexf"])
    func empty(format: String) throws {
        let graph = try read("export \(format)", try TestEngine())
        #expect(graph.all("graph").count == 1 && graph.all("node").isEmpty && graph.all("edge").isEmpty)
    }

    @Test("a label goes with the graph")
    func marking() throws {
        let engine = try TestEngine(setting: GraphExporterTests.setting + ["set session tlp=amber"])
        #expect(try engine.run("export graphml tlp=amber").contains(#"<data key="tlp">amber</data>"#))
        #expect(try engine.run("export gexf tlp=amber").contains("<description>Port &amp; Quay. TLP:AMBER<"))
    }

    @Test(
        "every value of every field is in the graph or in the report", arguments: Seeds.few, ["graphml", "gexf"])
    func complete(seed: UInt64, format: String) throws {
        let engine = try TestEngine()
        var filled = FilledNotebook(seed: seed, engine)
        try filled.fill(120) { _ in }
        let graph = try read("export \(format) tlp=red", engine)
        let report = CarriedFields.Report(try engine.json("export \(format) tlp=red --dry-run"))
        let (nodes, edges) = (stated(graph, "node"), stated(graph, "edge"))
        CarriedFields.check(engine.session, report) { record, value in
            if case .reference(let id) = value {
                return edges.values.contains { $0["source"] == record.id.text && $0["target"] == id.text }
                    || record.kind == .link
                        && [edges[record.id.text]?["source"], edges[record.id.text]?["target"]].contains(id.text)
            }
            let stated = [nodes[record.id.text], edges[record.id.text]].compactMap(\.self).flatMap(\.values)
            let words = value.typed.unicodeScalars.map { XMLText.carries(String($0)) ? $0 : "\u{FFFD}" }
            let typed = String(String.UnicodeScalarView(words))
            if case .coordinates(let point) = value {
                return point.text.split(separator: ",").allSatisfy { stated.contains(String($0)) }
            }
            return stated.contains {
                $0.utf8.elementsEqual(typed.utf8) || $0.utf8Contains(typed)
                    || $0.utf8Contains(CSVList.text(of: [typed]))
            }
        }
    }
}

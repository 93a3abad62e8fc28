import TestSupport
import Testing

@testable import DossierModel
@testable import DossierOutput
@testable import DossierText

@Suite("notes for Obsidian") struct ObsidianExporterTests {
    /// The files that an export writes, by their paths in the folder.
    private func files(_ command: String, _ engine: TestEngine) throws -> [String: String] {
        try engine.run(command)
        var files: [String: String] = [:]
        for path in engine.disk.paths where path.hasPrefix("/work/vault/") {
            files[String(path.dropFirst("/work/vault/".count))] = engine.disk.text(path)
        }
        return files
    }

    @Test("a record is a note: fields as properties, its words, the words of a source, and links to what it names")
    func note() throws {
        let engine = try TestEngine(setting: [
            #"set session title="Quay" tlp=green"#, #"add source paper "A *paper*" text="Crates came. Crates went.""#,
            #"add event e1 2024-03 "Crates""#,
            #"add claim c1 "Gone: \"all\"" about=e1 source=paper quote="Crates went" #cargo x.desk=4 -- One. \n %%Two%%"#,
        ])
        let files = try files("export obsidian to vault/ tlp=green", engine)
        #expect(files.keys.sorted() == ["claims/c1.md", "events/e1.md", "session.md", "sources/paper.md"])
        #expect(
            files["claims/c1.md"] == #"""
                ---
                kind: "claim"
                id: "c1"
                aliases: ["Gone: \"all\""]
                title: "Gone: \"all\""
                about: ["[[e1]]"]
                source: ["[[paper]]"]
                quote: "Crates went"
                quote_source: "[[paper]]"
                quote_prefix: "Crates came. "
                quote_suffix: "."
                quote_start: "13"
                quote_end: "24"
                tags: ["cargo"]
                "x.desk": ["4"]
                tlp: "green"
                ---

                # Gone: \"all\"

                One. \\n %\%Two%\%

                > Crates went
                >
                > — [[paper]] A \*paper\*

                - about: [[e1]] Crates
                - source: [[paper]] A \*paper\*

                """#)
        #expect(files["sources/paper.md"]?.contains("Crates came. Crates went.") == true)
        #expect(files["session.md"]?.contains("title: \"Quay\"") == true)
    }

    @Test("a record that is not exported is named without a link, and the report says so")
    func missing() throws {
        let engine = try TestEngine(setting: [#"add entity quay "Quay""#, "add event e1 place=quay"])
        let files = try files("export obsidian events to vault/", engine)
        #expect(files.keys.sorted() == ["events/e1.md"] && files["events/e1.md"]?.contains("[[") == false)
        #expect(
            try engine.run("export obsidian events to vault/ --dry-run").hasPrefix("in words only: place of 1 event"))
    }

    @Test("names of files are good on all systems, and different also where case does not count")
    func names() throws {
        let ids = [
            "E1", "e1", "e1-2", "con", "COM1.a", "a.", "x.md", "Session", "é", String(repeating: "ö", count: 200),
        ]
        let names = NoteNames(of: try ids.map { try Identifier($0) }, reserved: ["session"])
        let given = try ids.map { try #require(names[try Identifier($0)]) }
        #expect(
            given.dropLast() == ["E1", "e1-3", "e1-2", "_con", "_COM1.a", "a_", "x.md_", "Session-2", "é"][...])
        #expect((given.last?.utf8.count ?? 0) == 200)
        #expect(Set(given.map(FoldedText.of)).count == ids.count)
    }

    @Test(
        "text between double quotes is YAML whatever it holds",
        arguments: [
            ("plain", #""plain""#), (#"say "no" \"#, #""say \"no\" \\""#), ("a\nb\tc\rd", #""a\nb\tc\x0dd""#),
            ("\u{0}\u{1B}\u{7F}\u{85}", #""\x00\x1b\x7f\x85""#), ("\u{2028}\u{FEFF}\u{FFFE}", #""\u2028\ufeff\ufffe""#),
            ("\u{10FFFF}🚢", #""\U0010ffff🚢""#), ("---\n- x: y # z", #""---\n- x: y # z""#),
        ])
    func yaml(text: String, quoted: String) {
        #expect(YAMLText.quoted(text).utf8.elementsEqual(quoted.utf8))
    }

    @Test("every field of every record is in its note or in the report; each link has a note", arguments: Seeds.few)
    func complete(seed: UInt64) throws {
        let engine = try TestEngine()
        var filled = FilledNotebook(seed: seed, engine)
        try filled.fill(120) { _ in }
        let session = engine.session
        let names = NoteNames(of: session.records.map(\.id), reserved: ["session"])
        let files = try files("export obsidian to vault/ tlp=red", engine)
        #expect(files.count == session.count + 1)
        let report = CarriedFields.Report(try engine.json("export obsidian to other/ tlp=red --dry-run"))
        CarriedFields.check(session, report) { record, value in
            guard let text = files["\(record.kind.plural)/\(names[record.id] ?? "").md"] else { return false }
            if case .reference(let id) = value {
                return files.keys.contains { $0.hasSuffix("/\(names[id] ?? "?").md") }
                    && text.contains("\"[[\(names[id] ?? "?")]]\"")
            }
            if record[.tlp].contains(value) { return text.contains("\ntlp: \"") }
            if text.utf8Contains(YAMLText.quoted(value.typed)) { return true }
            return value.typed.split(separator: "\n").allSatisfy { text.utf8Contains(MarkdownText.escaped(String($0))) }
        }
    }
}

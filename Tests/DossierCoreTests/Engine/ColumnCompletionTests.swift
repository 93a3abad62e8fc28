import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierStorage
@testable import DossierText
@testable import DossierTime

/// The columns of the file that an import names. A `|` marks the cursor in the text.
@Suite("completion of columns") struct ColumnCompletionTests {
    private static let files = [
        "battles.csv": "day,town,side one,killed\n2024-10-21,Kursk,a,7\n",
        "my data.tsv": "\u{FEFF}day\ttown hall\n2024\tKursk\n",
        "rows.jsonl": #"{"day": "2024", "geo": {"place": "Kursk"}}"# + "\n" + #"{"killed": 7}"# + "\n",
        "semicolons.csv": "day;\"a \"\"b\"\"\"\n1;2\n",
    ]

    private func complete(_ marked: String) throws -> (texts: [String], replaced: String) {
        let engine = try TestEngine(files: Self.files)
        engine.engine.surroundings.home = "/work"
        let parts = marked.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let text = parts.joined()
        let result = engine.engine.completer { _ in [] }.complete(text, at: parts[0].utf8.count)
        return (result.candidates.map(\.text), String(decoding: Array(text.utf8)[result.range], as: UTF8.self))
    }

    @Test(
        "behind a brace stand the columns, in quotation marks where their names need them",
        arguments: [
            ("battles.csv kind=event when={|", ["{day}", "{town}", "\"{side one}\"", "{killed}"]),
            ("battles.csv kind=event when={d|", ["{day}"]), ("battles.csv kind=event when={DA|", ["{day}"]),
            ("battles.csv when={d|", ["{day}"]), ("battles.csv kind=event id=battle-{to|", ["battle-{town}"]),
            ("battles.csv kind=event title=\"Battle of {to|", ["\"Battle of {town}"]),
            ("battles.csv kind=event title='{to|", ["'{town}"]),
            ("battles.csv kind=event title=\"{town}, {ki|", ["\"{town}, {killed}"]),
            ("battles.csv kind=event title={side o|", ["\"{side one}\""]),
            ("battles.csv kind=event title=\"{si|", ["\"{side one}"]),
            ("battles.csv kind=event title={on|", ["\"{side one}\""]),
            ("battles.csv header=no kind=event when={|", ["{1}", "{2}", "{3}", "{4}"]),
            ("\"my data.tsv\" kind=event when={|", ["{day}", "\"{town hall}\""]),
            ("\"~/my data.tsv\" kind=event when={d|", ["{day}"]), ("~/battles.csv kind=event when={d|", ["{day}"]),
            ("semicolons.csv kind=event title=\"{a|", [#""{a \"b\"}"#]),
            ("battles.csv kind=event place=|", ["{day}", "{town}", "\"{side one}\"", "{killed}"]),
            ("none.csv kind=event when={|", []), ("battles.csv kind=event title=\"{{d|", []),
            ("battles.csv kind=event title=\"{day} |", []), ("battles.csv kind={|", []),
        ])
    func columns(marked: String, expected: [String]) throws {
        #expect(try complete("import csv " + marked).texts == expected)
    }

    @Test("columns of JSON Lines are the keys of the first rows, those of objects behind a point")
    func keys() throws {
        #expect(
            try complete("import jsonl rows.jsonl kind=event place={|").texts == ["{day}", "{geo.place}", "{killed}"])
        #expect(try complete("import jsonl rows.jsonl kind=event place={pl|").texts == ["{geo.place}"])
    }

    @Test("of a large file only the beginning is read, whole lines of it")
    func largeFiles() throws {
        let rows = String(repeating: "2024-10-21,\"a line\nin quotation marks\"\n", count: 20_000)
        let engine = try TestEngine(files: ["large.csv": "day,words\n" + rows])
        let text = "import csv large.csv kind=event when={"
        let result = engine.engine.completer { _ in [] }.complete(text, at: text.utf8.count)
        #expect(result.candidates.map(\.text) == ["{day}", "{words}"])
    }

    @Test("the whole value is replaced")
    func ranges() throws {
        for (marked, replaced) in [
            ("battles.csv kind=event title=\"Battle of {to|", "\"Battle of {to"),
            ("battles.csv kind=event title={side o|", "{side o"), ("battles.csv kind=event id=b-{to|", "b-{to"),
        ] { #expect(try complete("import csv " + marked).replaced == replaced) }
    }

    @Test("what is offered runs")
    func offersRun() throws {
        let text = "import csv battles.csv kind=event when={day} title={si"
        let engine = try TestEngine(files: Self.files)
        let result = engine.engine.completer { _ in [] }.complete(text, at: text.utf8.count)
        let offered = try #require(result.candidates.first?.text)
        let command = String(decoding: text.utf8.prefix(result.range.lowerBound), as: UTF8.self) + offered
        #expect(try engine.run(command).contains("imported 1 event from battles.csv"))
    }
}

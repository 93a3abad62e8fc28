import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierCommands
@testable import DossierEngine
@testable import DossierImporting
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput
@testable import DossierStorage
@testable import DossierText
@testable import DossierTime

@Suite("what an import says of the cells that do not reach the records as they were written") struct CellTallyTests {
    private func engine(_ csv: String) throws -> TestEngine { try TestEngine(files: ["a.csv": csv]) }

    /// The lines of an answer under the records and the source.
    private func remarks(_ answer: String) -> [String] {
        answer.split(separator: "\n").map(String.init).filter {
            $0.contains(" left out") && !$0.contains("columns left out") || $0.contains(" normalised ")
        }
    }

    @Test("each rule of the help gives what it promises, and the answer tells of it", arguments: ImportRules.all)
    func rules(rule: ImportRules.Rule) throws {
        var csv = CSVText(raw: true)
        csv.row(["a", "b"])
        csv.row(rule.cells + (rule.cells.count == 1 ? ["x"] : []))
        let engine = try engine(csv.text)
        let extra = rule.kind == .entity ? " name=Somebody" : ""
        let json = try engine.json("import csv a.csv kind=\(rule.kind.rawValue) \(rule.assignment)" + extra).object
        let name = FieldName(String(rule.assignment.prefix { $0 != "=" }))
        let made = engine.session.records(of: rule.kind).first { _ in true }
        let held = made.flatMap { record in
            record[name].first.map { value in value.named.flatMap { engine.session[$0]?.title } ?? value.typed }
        }
        let normalised = json?["normalised"]?.array?.first?.object?["became"]?.string
        #expect(json?["leftOut"]?.array?.count == (rule.outcome == .leftOut ? 1 : 0))
        #expect(json?["blankRows"]?.text == (rule.outcome == .noRecord ? "1" : "0"))
        switch rule.outcome {
        case .same(let text): #expect(held == text && normalised == nil)
        case .normalised(let text): #expect(held == text && normalised == text)
        case .leftOut: #expect(made != nil && held == nil && normalised == nil)
        case .noRecord: #expect(made == nil)
        }
    }

    @Test("rows are counted for each field, and of each the first is shown")
    func counts() throws {
        let engine = try engine("title,day,n\nA,20241021,\"1,500\"\n,2024-10-22,40\n,20241023,12.0\n,,,\n")
        let command = #"import csv a.csv kind=event title={title} when={day} quantity="{n} men" bad=skip"#
        #expect(
            remarks(try engine.run(command)) == [
                "  title left out in 2 rows, first row 2",
                "  when normalised in 2 rows, first row 1: '20241021' became '2024-10-21'",
                "  quantity normalised in 2 rows, first row 1: '1,500 men' became '1500 men'",
                "  1 blank row left out, in line 5",
            ])
    }

    @Test("columns that have the names of fields are counted as well")
    func exported() throws {
        let engine = try engine("when,title\n2024,A\n2024,\n2025,\n")
        #expect(
            remarks(try engine.run("import csv a.csv kind=event")) == ["  title left out in 2 rows, first row 2"])
    }

    @Test("a field with several assignments is left out where none of them gives anything, or one drops text")
    func several() throws {
        let engine = try engine("a,b,c\nKim,,x\n,,x\nKim,Lee,\n")
        let command = #"import csv a.csv kind=event actor={a} actor={b} target={b} title="{a} {c}" source="#
        #expect(
            remarks(try engine.run(command)) == [
                "  actor left out in 1 row, first row 2", "  target left out in 2 rows, first row 1",
                "  title left out in 2 rows, first row 2",
            ])
    }

    @Test("a row that is bad counts as bad alone")
    func bad() throws {
        let engine = try engine("title,day,n\n,2024-13,\"1,500\"\n")
        let answer = try engine.run("import csv a.csv kind=event title={title} when={day} quantity={n} bad=skip")
        #expect(remarks(answer) == ["  1 row left out:"])
    }

    @Test("lines and rows without anything become no record, and the first is named by its line")
    func blankRows() throws {
        let engine = try engine("title,day\nA,2024\n\n,\n\" \",\nB,2024\n\n")
        let answer = try engine.run("import csv a.csv kind=event title={title} when={day}")
        #expect(engine.session.count(of: .event) == 2)
        #expect(remarks(answer) == ["  4 blank rows left out, first in line 3"])
        let few = try engine.run("import csv a.csv kind=event title={title} rows=2..2")
        #expect(remarks(few) == ["  2 blank rows left out, first in line 3"])
    }

    @Test("lines of JSON count as rows of cells do: a key that is missing, null and an object without keys are empty")
    func jsonLines() throws {
        let engine = try TestEngine(files: [
            "a.jsonl": "{\"t\":\"A\",\"n\":1e4}\n\n{}\n{\"t\":null,\"n\":12}\n{\"n\":12}\n"
        ])
        let answer = try engine.run(#"import jsonl a.jsonl kind=event title={t} quantity="{n} men""#)
        #expect(
            remarks(answer) == [
                "  title left out in 2 rows, first row 3",
                "  quantity normalised in 1 row, first row 1: '1e4 men' became '10000 men'",
                "  2 blank rows left out, first in line 2",
            ])
    }

    @Test("a cell that holds quotation marks and line ends is shown as it was written")
    func escaped() throws {
        let engine = try engine("who\n\" Kim \"\"K\"\" \"\n")
        let json = try engine.json("import csv a.csv kind=event actor={who}").object
        let first = json?["normalised"]?.array?.first?.object
        #expect(first?["written"]?.string == " Kim \"K\" " && first?["became"]?.string == "Kim \"K\"")
    }
}

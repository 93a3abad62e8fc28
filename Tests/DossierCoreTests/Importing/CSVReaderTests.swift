import TestSupport
import Testing

@testable import DossierCommands
@testable import DossierImporting
@testable import DossierModel
@testable import DossierOutput

/// The rows of a text, each a list of cells, with what is wrong with it where it ends early.
private func rows(
    _ text: String, delimiter: UInt8 = UInt8(ascii: ","), header: Bool = false
) throws(FileFault) -> [[String]] {
    try rows(Array(text.utf8), delimiter: delimiter, header: header)
}

private func rows(_ bytes: [UInt8], delimiter: UInt8, header: Bool = false) throws(FileFault) -> [[String]] {
    var reader = try CSVReader(StateBytes(bytes), from: 0, delimiter: delimiter, hasHeader: header)
    var rows = header ? [reader.columns] : []
    var row = Row()
    while try reader.next(&row) { rows.append((0..<row.count).map { row[$0].map(row.string).joined(separator: "|") }) }
    return rows
}

private func fault(_ text: String) -> String {
    do throws(FileFault) {
        return "no fault, but \(try rows(text))"
    } catch {
        return "\(error.offset): \(error.problem)"
    }
}

private func guess(_ text: String) -> Character {
    Array(text.utf8).withUnsafeBufferPointer { Character(Unicode.Scalar(CSVDelimiter.guess($0, from: 0))) }
}

@Suite("rows of comma-separated values") struct CSVReaderTests {
    @Test(
        "cells are told apart, with and without quotation marks",
        arguments: [
            ("a,b\n", [["a", "b"]]), ("a,b", [["a", "b"]]), ("a,\n", [["a", ""]]), (",", [["", ""]]),
            ("\"a,b\",c\n", [["a,b", "c"]]), ("\"say \"\"no\"\"\",c\n", [["say \"no\"", "c"]]),
            ("\"\"\"\"\n", [["\""]]), ("\"\",\"\"\n", [["", ""]]), ("\"one\ntwo\",b\n", [["one\ntwo", "b"]]),
            ("\"one\r\ntwo\",b\r\n", [["one\r\ntwo", "b"]]), (" a , b \n", [[" a ", " b "]]),
            ("노트,\u{1F4CC}\n", [["노트", "📌"]]),
        ])
    func cells(text: String, cells: [[String]]) throws {
        #expect(try rows(text) == cells)
    }

    @Test("rows end with LF, CR LF or CR, the last one with nothing too", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) throws {
        #expect(try rows("a,b\(end)c,d\(end)") == [["a", "b"], ["c", "d"]])
        #expect(try rows("a,b\(end)c,d") == [["a", "b"], ["c", "d"]])
        #expect(try rows("a,b\(end)\(end)c,d\(end)\(end)\(end)") == [["a", "b"], ["c", "d"]])
        #expect(try rows("\"a\",\"b\"\(end)\"c\",\"d\"\(end)") == [["a", "b"], ["c", "d"]])
    }

    @Test("in a file of one column an empty line is an empty cell")
    func oneColumn() throws {
        #expect(try rows("a\n\nb\n") == [["a"], [""], ["b"]])
    }

    @Test("a header names the columns, and is no row")
    func header() throws {
        #expect(try rows("name,\"a \"\"b\"\"\"\n1,2\n", header: true) == [["name", "a \"b\""], ["1", "2"]])
        #expect(try rows("name,day\n", header: true) == [["name", "day"]])
    }

    @Test("what is malformed is told with its place")
    func faults() {
        #expect(fault("a,b\n\"c,d\n") == "4: a cell that begins with a quotation mark is not closed")
        #expect(fault("a\n\"x\"\"") == "2: a cell that begins with a quotation mark is not closed")
        #expect(fault("a,b\"c\n").hasPrefix("3: a quotation mark is inside a cell"))
        #expect(fault("\"a\"b,c\n").hasPrefix("3: text follows the quotation mark"))
        #expect(fault("a,b\nc\n") == "4: row 2 has 1 cell")
        #expect(fault("a,b\nc,d,e\n") == "4: row 2 has 3 cells")
        #expect(fault("") == "0: the file has no rows")
        #expect(fault("\n\r\n").hasSuffix("the file has no rows"))
    }

    @Test("what stands between cells is guessed from the first rows")
    func guesses() {
        #expect(guess("a,b,c\n1,2,3\n") == ",")
        #expect(guess("a\tb, or c\n1\t2, 3, 4\n") == "\t")
        #expect(guess("name;place\n\"Kim; Jong\";a, b\nx;y\n") == ";")
        #expect(guess("one column\nof, text\n") == ",")
        #expect(guess("") == ",")
        #expect(guess("a;b;c\r\n1,5;2;3\r\n") == ";")
    }

    @Test("what is written as a row is read as it was", arguments: Seeds.some)
    func roundTrip(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let width = random.pick(2...5)
        let cells = (0..<20).map { _ in (0..<width).map { _ in HostileText.any(&random) } }
        var csv = CSVText(raw: true)
        for row in cells { csv.row(row) }
        #expect(try rows(csv.text) == cells, "seed \(seed)")
    }

    @Test("no bytes crash it, and each fault lies in the file", arguments: Seeds.some)
    func anyBytes(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let bytes = Array(random.text(of: ["a", ",", "\"", "\n", "\r", ";", "é"], count: random.pick(0...30)).utf8)
            do throws(FileFault) { _ = try rows(bytes, delimiter: UInt8(ascii: ",")) } catch {
                #expect(0...bytes.count ~= error.offset, "seed \(seed)")
            }
        }
    }

    @Test("a list comes back from its cell", arguments: Seeds.some)
    func lists(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let values = (0..<random.pick(1...6)).map { _ in HostileText.any(&random) }
        let read = CSVList.values(of: Array(CSVList.text(of: values).utf8)[...])
        #expect(read.map { String(decoding: $0, as: UTF8.self) } == values, "seed \(seed)")
        let cell = CSVText.unguarded(values[0][...])
        #expect(cell == values[0] || values[0].hasPrefix("'"))
    }

    @Test("a list of another program is split at its mark, blanks and empty values left out")
    func foreignLists() {
        func values(_ text: String) -> [String] {
            CSVList.values(of: Array(text.utf8)[...], separator: UInt8(ascii: "|")).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        #expect(values("a | b|| c;d |") == ["a", "b", "c;d"])
        #expect(values("\"a|b\" | \"c\" d") == ["a|b", "\"c\" d"])
        #expect(values("") == [] && values(" | ") == [] && values("\"a") == ["\"a"])
    }
}

@Suite("CSV as the standard and other programs have it") struct CSVConformanceTests {
    @Test("a file holds the rows of its case", arguments: CSVCase.own + CSVCase.others)
    func reads(one: CSVCase) throws {
        let bytes = one.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(one.bytes.dropFirst(3)) : one.bytes
        #expect(try rows(bytes, delimiter: UInt8(ascii: ","), header: true) == one.rows)
    }

    @Test("imported, each row that says something is an event", arguments: CSVCase.own)
    func imports(one: CSVCase) throws {
        let engine = try TestEngine()
        engine.disk["/work/a.csv"] = one.bytes
        try engine.run("import csv a.csv kind=event header=no raw=yes title={1} x.second={2}")
        let rows = one.rows.filter { row in row.contains { $0.utf8.contains { $0 > 0x20 } } }
        #expect(engine.session.count(of: .event) == rows.count)
    }

    @Test("a file that is malformed is refused with a place in it", arguments: CSVCase.faulty)
    func refuses(name: String, text: String) throws {
        #expect(throws: FileFault.self, "\(name)") {
            try rows(Array(text.utf8), delimiter: UInt8(ascii: ","), header: true)
        }
    }

    @Test(
        "letters of another encoding are refused, and nothing is imported",
        arguments: [
            [0x61, 0xE9], [0xC7, 0xD1, 0xB1, 0xDB], [0x93, 0xFA, 0x96, 0x7B], [0xED, 0xA0, 0x80],
            [0xFF, 0xFE, 0x61, 0],
        ])
    func encodings(cell: [UInt8]) throws {
        let engine = try TestEngine()
        engine.disk["/work/a.csv"] = (cell.first == 0xFF ? [] : Array("title\n".utf8)) + cell + [0x0A]
        #expect(engine.error("import csv a.csv kind=event").contains("UTF-8"))
        #expect(engine.session.isEmpty)
    }
}

@Suite("times of other programs") struct CellTimeTests {
    @Test(
        "a time that is written otherwise becomes EDTF, any other text stays as it is",
        arguments: [
            ("20241021", "2024-10-21"), ("2024-10-21 00:00:00.000", "2024-10-21"),
            ("2024-10-21T00:00:00", "2024-10-21"),
            ("2024-10-21 13:45:00", "2024-10-21T13:45:00"), ("2024-10-21 13:45:00.000", "2024-10-21T13:45:00"),
            ("2024-10-21/2024-10-21", "2024-10-21"), ("20241021/20241022", "2024-10-21/2024-10-22"),
            ("2024-10-21 00:00:00/2024-10-21 00:00:00", "2024-10-21"), ("2024-10-21/..", "2024-10-21/.."),
            ("2024-10", "2024-10"), ("2024/2024", "2024/2024"), ("2024102", "2024102"), ("", ""), ("/", "/"),
            ("2024-10-21~", "2024-10-21~"), ("21 October 2024", "21 October 2024"),
        ])
    func times(text: String, edtf: String) {
        #expect(String(decoding: CellTime.edtf(Array(text.utf8)[...]), as: UTF8.self) == edtf)
    }
}

import TestSupport
import Testing

@testable import DossierImporting
@testable import DossierModel
@testable import DossierWorkbook

@Suite("an import of a workbook") struct WorkbookImportTests {
    @Test("rows are read with shared and own texts, figures, booleans and the stored values of formulas")
    func cells() throws {
        let file = WorkbookFile(
            WorkbookFile.row(1, "title", "n", "ok", "sum")
                + WorkbookFile.row(
                    2, #"<c t="s"><v>0</v></c>"#, "7.0000000000000007E-2", #"<c t="b"><v>1</v></c>"#,
                    #"<c><f>B2*2</f><v>0.06</v></c>"#)
                + WorkbookFile.row(
                    4, #"<c t="s"><v>1</v></c>"#, "40", #"<c t="b"><v>0</v></c>"#,
                    #"<c t="str"><f>A1</f><v>a_x000A_b</v></c>"#),
            shared: ["<r><t>Fire &amp; </t></r><r><t>smoke</t></r><rPh><t>spoken</t></rPh>", "<t>북한</t>"])
        let engine = file.engine
        let answer = try engine.run(
            "import xlsx a.xlsx kind=event title={title} x.n={n} x.ok={ok} x.sum={sum}", width: 200)
        let events = engine.session.records(of: .event).map { $0 }
        #expect(events.map(\.title) == ["Fire & smoke", "북한"])
        func texts(_ name: String) -> [String?] { events.map { $0.text(FieldName(name)) } }
        #expect(texts("x.n") == ["0.07", "40"])
        #expect(texts("x.ok") == ["true", "false"])
        #expect(texts("x.sum") == ["0.06", "a\nb"] && answer.contains("  source s1  a.xlsx\n"))
        #expect(answer.contains("left behind: 2 formulas, of which the stored values came in"), "\(answer)")
    }

    @Test(
        "numbers are times where they are shown as times",
        arguments: [
            ("yyyy\\-mm\\-dd", "45355", "2024-03-04"), ("d. mmmm yyyy", "45355", "2024-03-04"),
            ("[$-409]d\\-mmm\\-yy;@", "45355", "2024-03-04"),
            ("dd/mm/yyyy hh:mm", "45355.395833333336", "2024-03-04T09:30:00"),
            ("dd/mm/yyyy hh:mm", "45355", "2024-03-04"), ("mmm yyyy", "45352", "2024-03"),
            ("mmm yyyy", "45355", "2024-03-04"),
            ("yyyy", "45292", "2024"), ("hh:mm:ss", "0.5", "12:00:00"), ("[h]:mm:ss", "1.5", "36:00:00"),
            ("0.00", "45355", "45355"), ("#,##0 &quot;days&quot;", "3", "3"), ("General", "45355.5", "45355.5"),
            ("[Red]0", "7", "7"), ("0.000E+00", "7", "7"), ("mm:ss.0", "0.5", "12:00:00"), ("\\d0", "7", "7"),
            ("yyyy-mm-dd", "1", "1900-01-01"),
            ("yyyy-mm-dd", "59", "1900-02-28"),
            ("yyyy-mm-dd", "61", "1900-03-01"), ("yyyy-mm-dd", "2958465", "9999-12-31"),
        ])
    func dates(code: String, number: String, text: String) throws {
        let cell = "<c s=\"1\"><v>\(number)</v></c>"
        let file = WorkbookFile(WorkbookFile.row(1, "a") + WorkbookFile.row(2, cell), formats: [code])
        let engine = file.engine
        try engine.run("import xlsx a.xlsx kind=event title=x x.a={a}")
        #expect(engine.session[Identifier(known: "e1")]?.text(FieldName("x.a")) == text)
    }

    @Test("the built-in formats and the system of 1904 are known")
    func systems() throws {
        let rows = WorkbookFile.row(1, "when", "title") + WorkbookFile.row(2, "<c s=\"1\"><v>43893</v></c>", "x")
        let engine = WorkbookFile(rows, is1904: true).engine
        try engine.run("import xlsx a.xlsx kind=event")
        #expect(engine.session[Identifier(known: "e1")]?[.when].first?.typed == "2024-03-04")
    }

    @Test("a sheet is named or numbered, and the answer says what else the workbook holds")
    func sheets() throws {
        var file = WorkbookFile(WorkbookFile.row(1, "title") + WorkbookFile.row(2, "one"))
        file.sheets.append(
            ("My places", WorkbookFile.row(3, "name", "<c/>") + WorkbookFile.row(4, "Kursk", "<c><f>X()</f></c>")))
        file.behind =
            #"<mergeCells><mergeCell ref="A4:B4"/></mergeCells><hyperlinks><hyperlink ref="A4"/></hyperlinks>"#
        file.others = [StoredZIP.Entry("xl/vbaProject.bin", "x")]
        let engine = file.engine
        #expect(try engine.run("import xlsx a.xlsx kind=event source=").hasPrefix("imported 1 event"))
        let answer = try engine.run(#"import xlsx a.xlsx sheet="My places" kind=entity type=place"#, width: 200)
        for told in [
            "imported 1 entity", "left behind: other sheets: Events",
            "left behind: 1 formula without a stored value, first in B4",
            "left behind: merged cells, of which the first alone has the value: A4:B4",
            "left behind: addresses of 1 hyperlink", "left behind: macros, which are never run",
        ] { #expect(answer.contains(told), "\(answer)") }
        try engine.run("undo")
        #expect(try engine.run("import xlsx a.xlsx sheet=2 kind=entity header=no name={A} rows=2").contains("Kursk"))
        let error = engine.error("import xlsx a.xlsx sheet=event kind=event")
        #expect(
            error.contains("no sheet 'event'") && error.contains("one of Events, My places, or a number from 1 to 2"))
    }

    @Test("cells with errors are faults of their row, named by sheet and cell")
    func faults() throws {
        let file = WorkbookFile(
            WorkbookFile.row(1, "title", "when") + WorkbookFile.row(2, "a", "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")
                + WorkbookFile.row(3, "b", "2024-13") + WorkbookFile.row(4, "c", "<c s=\"1\"><v>-5</v></c>")
                + WorkbookFile.row(5, "d", "<c t=\"s\"><v>9</v></c>")
                + WorkbookFile.row(7, "e", "<c s=\"1\"><v>45355</v></c>"))
        let engine = file.engine
        let command = "import xlsx a.xlsx kind=event title={title} when={when}"
        #expect(engine.error(command).hasPrefix("error: a.xlsx:Events!B2: the cell is the error #DIV/0!"))
        let answer = try engine.run(command + " bad=skip", width: 200)
        for told in [
            "imported 1 event", "a.xlsx:Events!B2: the cell is the error",
            "a.xlsx:Events!B3: row 2, column 'when' is '2024-13'",
            "Events!B4: the cell has the format of a date, but -5 is not one", "Events!B5: the cell names the text 9",
        ] { #expect(answer.contains(told), "\(answer)") }
    }

    @Test("lists of a cell are split and a leading mark is kept, since a typed cell needs none")
    func exported() throws {
        let rows = WorkbookFile.row(1, "title", "actor") + WorkbookFile.row(2, "'=1", "Kim; Lee")
        let engine = WorkbookFile(rows).engine
        try engine.run("import xlsx a.xlsx kind=event source=")
        let event = engine.session[Identifier(known: "e1")]
        #expect(event?.title == "'=1" && event?.references(.actor).map(\.text) == ["kim", "lee"])
    }
}

@Suite("hostile and damaged workbooks") struct HostileWorkbookTests {
    private static let plain = WorkbookFile(WorkbookFile.row(1, "title") + WorkbookFile.row(2, "x"))

    private func error(_ bytes: [UInt8]) -> String {
        WorkbookFile.engine(bytes).error("import xlsx a.xlsx kind=event title={title}")
    }

    /// The workbook with one of its parts replaced.
    private func error(replacing name: String, by entry: StoredZIP.Entry) -> String {
        error(StoredZIP.archive(Self.plain.entries.map { $0.path == name ? entry : $0 }))
    }

    private static let sheet = "xl/worksheets/sheet1.xml"

    @Test("other formats are named for what they are")
    func formats() {
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
        #expect(error(old).contains("it is an old workbook (XLS)"))
        let stream = "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] }
        #expect(error(old + stream + [0, 0]).contains("the workbook is encrypted"))
        #expect(error(Array("a,b\n".utf8)).contains("the file is not a workbook"))
        #expect(error([]).contains("the file is not a workbook"))
        #expect(error(StoredZIP.archive([StoredZIP.Entry("xl/workbook.bin", "x")])).contains("binary workbook (XLSB)"))
        let ods = [StoredZIP.Entry("mimetype", "x"), StoredZIP.Entry("content.xml", "x")]
        #expect(error(StoredZIP.archive(ods)).contains("OpenDocument file"))
        #expect(error(StoredZIP.archive([StoredZIP.Entry("a.txt", "x")])).contains("does not hold a workbook"))
        let locked = StoredZIP.Entry(Self.sheet, Array("x".utf8), flags: 1)
        #expect(error(replacing: Self.sheet, by: locked).contains("the workbook is encrypted"))
    }

    @Test("a workbook that is cut off or changed anywhere is an error or says the same", arguments: Seeds.some)
    func damage(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let bytes = Self.plain.bytes
        for _ in 0..<40 {
            #expect(!error(Array(bytes.prefix(random.pick(0...(bytes.count - 1))))).isEmpty)
            var changed = bytes
            for _ in 0...random.pick(0...3) {
                changed[random.pick(0...(bytes.count - 1))] = UInt8(random.pick(0...255))
            }
            _ = error(changed)
        }
        var flipped = bytes
        if let place = bytes.firstRange(of: Array("<x:t>x".utf8)) { flipped[place.upperBound - 1] = UInt8(ascii: "y") }
        #expect(error(flipped).contains("'\(Self.sheet)' cannot be unpacked"))
    }

    @Test("what unpacks to too much is refused before it is held")
    func bomb() {
        let bomb = StoredZIP.Entry(
            Self.sheet, StoredZIP.packedZeros(copies: 40_000), method: 8, size: 40_000 * 258 + 1)
        var limits = WorkbookLimits()
        limits.ratio = 100
        let bytes = StoredZIP.archive(Self.plain.entries.filter { $0.path != Self.sheet } + [bomb])
        let problem = bytes.withUnsafeBufferPointer { bytes -> String in
            do throws(WorkbookFault) {
                _ = try Archive(bytes, limits).bytes(of: Self.sheet)
                return ""
            } catch { return error.problem }
        }
        #expect(problem.contains("100 times as long as its packed form"), "\(problem)")
        let many = Self.plain.entries + (0..<10_001).map { StoredZIP.Entry("a\($0)", "") }
        #expect(error(StoredZIP.archive(many)).contains("more than 10000 parts"))
        let twice = Self.plain.entries + [StoredZIP.Entry("XL/worksheets/sheet1.xml", "")]
        #expect(error(StoredZIP.archive(twice)).contains("two parts named"))
    }

    @Test("XML with a document type, with deep nesting, or out of order is refused")
    func xml() {
        func error(_ xml: String) -> String { self.error(replacing: Self.sheet, by: StoredZIP.Entry(Self.sheet, xml)) }
        let laughs = #"<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>"#
        #expect(error(laughs).contains("declares a document type"))
        let outside = #"<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>"#
        #expect(error(outside).contains("declares a document type"))
        #expect(error(String(repeating: "<a>", count: 5000)).contains("nested more than 64 deep"))
        #expect(error("<worksheet><row").contains("line 1 of its part"))
        #expect(error("").contains("no element found"))
        let rows = "<worksheet><row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"/></worksheet>"
        #expect(error(rows).contains("rows of the sheet are not in order"))
        #expect(
            error("<worksheet><row r=\"2\"><c r=\"A3\"/></row></worksheet>").contains(
                "cells of the sheet are not in order"))
        #expect(error("<worksheet><row r=\"99999999999999999999\"/></worksheet>").contains("not in order"))
        #expect(error("<worksheet><row r=\"1\"><c r=\"XFE1\"/></row></worksheet>").contains("not in order"))
        #expect(error("<worksheet/>").contains("has no rows"))
    }

    @Test("a sheet whose part is missing is an error")
    func missing() {
        let entries = Self.plain.entries.filter { $0.path != Self.sheet }
        #expect(error(StoredZIP.archive(entries)).contains("no part '\(Self.sheet)'"))
    }
}

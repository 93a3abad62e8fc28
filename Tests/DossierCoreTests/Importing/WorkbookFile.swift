import TestSupport

/// A workbook that a test makes.
struct WorkbookFile: Sendable {
    /// The XML of the rows of each sheet.
    var sheets: [(name: String, data: String)] = []
    var shared: [String] = []
    /// Codes of formats, from number 164; cells name them by `s="1"` and so on.
    var formats: [String] = []
    var is1904 = false
    var others: [StoredZIP.Entry] = []
    /// What stands in a sheet behind its rows.
    var behind = ""

    private static let main = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// One sheet.
    init(_ data: String, shared: [String] = [], formats: [String] = [], is1904: Bool = false) {
        sheets = [("Events", data)]
        self.shared = shared
        self.formats = formats
        self.is1904 = is1904
    }

    var entries: [StoredZIP.Entry] {
        let list = sheets.enumerated().map { #"<sheet name="\#($1.name)" sheetId="\#($0 + 1)" r:id="rId\#($0 + 1)"/>"# }
        let targets = sheets.indices.map {
            #"<Relationship Id="rId\#($0 + 1)" Type="\#(Self.relations)/worksheet" Target="worksheets/sheet\#($0 + 1).xml"/>"#
        }
        let codes = formats.enumerated().map { #"<numFmt numFmtId="\#($0 + 164)" formatCode="\#($1)"/>"# }
        let styles = formats.indices.map { #"<xf numFmtId="\#($0 + 164)"/>"# }
        let texts = shared.map { "<si>\($0)</si>" }
        return [
            StoredZIP.Entry(
                "_rels/.rels",
                Self.main
                    + #"<Relationships><Relationship Id="r1" Type="\#(Self.relations)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
            StoredZIP.Entry(
                "xl/workbook.xml",
                Self.main
                    + #"<workbook xmlns:r="\#(Self.relations)"><workbookPr date1904="\#(is1904)"/><sheets>\#(list.joined())</sheets></workbook>"#
            ),
            StoredZIP.Entry(
                "xl/_rels/workbook.xml.rels",
                Self.main
                    + #"<Relationships>\#(targets.joined())<Relationship Id="s" Type="\#(Self.relations)/styles" Target="/xl/styles.xml"/><Relationship Id="t" Type="\#(Self.relations)/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#
            ),
            StoredZIP.Entry(
                "xl/styles.xml",
                Self.main
                    + "<styleSheet><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>\(styles.joined())<xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
            StoredZIP.Entry("xl/sharedStrings.xml", Self.main + "<sst>\(texts.joined())</sst>"),
        ]
            + sheets.enumerated().map { index, sheet in
                StoredZIP.Entry(
                    "xl/worksheets/sheet\(index + 1).xml",
                    Self.main + "<x:worksheet xmlns:x=\"m\"><x:sheetData>"
                        + sheet.data.replacing("<", with: "<x:").replacing("<x:/", with: "</x:")
                        + "</x:sheetData>\(behind)</x:worksheet>")
            } + others
    }

    var bytes: [UInt8] { StoredZIP.archive(entries) }

    /// A notebook beside which the workbook lies as `a.xlsx`.
    var engine: TestEngine { Self.engine(bytes) }

    static func engine(_ bytes: [UInt8]) -> TestEngine {
        let disk = MemoryDisk()
        disk["/work/a.xlsx"] = bytes
        return TestEngine(disk)
    }

    /// A row of cells from the column A on: a number as it is, another text in place.
    static func row(_ number: Int, _ cells: String...) -> String {
        let letters = ["A", "B", "C", "D", "E", "F"]
        let written = zip(letters, cells).map { letter, cell in
            let place = "r=\"\(letter)\(number)\""
            return cell.hasPrefix("<")
                ? cell.replacing("<c", with: "<c \(place)", maxReplacements: 1)
                : Double(cell) != nil
                    ? "<c \(place)><v>\(cell)</v></c>" : "<c \(place) t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
        }
        return "<row r=\"\(number)\">" + written.joined() + "</row>"
    }
}

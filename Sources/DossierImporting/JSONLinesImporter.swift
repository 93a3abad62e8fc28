import DossierAnalysis
import DossierLanguage
import DossierModel

/// JSON Lines: one object a line (jsonlines.org).
package struct JSONLinesImporter: Importer {
    package static let name = "jsonl"

    /// The format as data.
    package static let definition = ImporterDefinition(
        name,
        "JSON Lines, one object per line: its keys are the columns, keys of inner objects follow a point, as in {geo.place}; a list gives several values",
        endings: ["jsonl", "ndjson"],
        examples: [
            Example(
                "objects as events, with a key of an inner object",
                #"import jsonl strikes.jsonl kind=event title="{what}" when={day} place={geo.place}"#,
                reading: Example.File(
                    "strikes.jsonl",
                    #"{"day": "2024-10-21", "what": "Strike on a depot", "geo": {"place": "Kursk"}}"# + "\n"),
                answer: """
                    imported 1 event from strikes.jsonl
                      e3  event  2024-10-21  Strike on a depot
                      source s2  strikes.jsonl
                      1 new entity: kursk
                    """)
        ])

    /// Looks for the columns.
    package static func content(of file: ImportedFile) throws(Diagnostic) -> ImportContent {
        try file.checkEncoding()
        if file.bytes.buffer[file.start...].first(where: { $0 > 0x20 }) == UInt8(ascii: "[") {
            throw file.diagnostic(
                FileFault(
                    "the file is a JSON array, not JSON Lines", expectation: "one object per line", at: file.start,
                    notes: ["'import json FILE' reads an array"]))
        }
        do throws(FileFault) { return .rows(try JSONLinesReader(file.bytes, from: file.start)) } catch {
            throw file.diagnostic(error)
        }
    }
}

/// Reads rows of JSON Lines. Objects may have different keys: the columns are all keys that stand in the file.
struct JSONLinesReader: RowReader {
    let isSpreadsheet = false
    let rejectedForm = RejectedRows.Form.lines
    private(set) var offset: Int
    private(set) var blankLines = 0
    private(set) var objectStart: Int?
    private let bytes: StateBytes
    private var columnsOfFile = JSONColumns()

    var columns: [String] { columnsOfFile.names }

    /// Reads all lines, to find the columns in the order in which they first stand.
    init(_ bytes: StateBytes, from start: Int) throws(FileFault) {
        self.bytes = bytes
        offset = start
        var firstFault: FileFault?
        while let line = nextLine() {
            do throws(FileFault) { columnsOfFile.add(try JSONLinesReader.object(of: line)) } catch {
                // What is wrong with a line is told when it comes to its row.
                firstFault = firstFault ?? error
            }
        }
        if columns.isEmpty, let firstFault { throw firstFault }
        offset = start
        if nextLine() == nil { throw FileFault("the file has no rows", at: start) }
        offset = start
        blankLines = 0
    }

    mutating func next(_ row: inout Row) throws(FileFault) -> Bool {
        guard let line = nextLine() else { return false }
        objectStart = line.start
        row.begin()
        columnsOfFile.fill(&row, from: try JSONLinesReader.object(of: line), at: line.start)
        return true
    }

    /// A line of the file, and where it begins.
    private typealias Line = (bytes: UnsafeBufferPointer<UInt8>, start: Int)

    private static func object(of line: Line) throws(FileFault) -> JSONObject {
        let value: JSONValue
        do throws(JSONError) { value = try JSONReader.read(line.bytes) } catch {
            throw FileFault(error.problem, at: line.start + error.offset, isOfOneRow: true)
        }
        guard let object = value.object else { throw .noObject(at: line.start) }
        return object
    }

    /// The next line that holds more than blanks.
    private mutating func nextLine() -> Line? {
        let all = bytes.buffer
        while offset < all.count {
            let start = offset
            var end = start
            while end < all.count, all[end] != UInt8(ascii: "\n") { end &+= 1 }
            offset = min(end + 1, all.count)
            let line = UnsafeBufferPointer(rebasing: all[start..<end])
            if line.contains(where: { $0 > 0x20 }) { return (line, start) }
            blankLines += 1
        }
        return nil
    }
}

extension FileFault {
    fileprivate static func noObject(at offset: Int) -> FileFault {
        FileFault("the line is not a JSON object", expectation: "{\"KEY\": VALUE, …}", at: offset, isOfOneRow: true)
    }
}

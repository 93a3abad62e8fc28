import DossierLanguage
import DossierModel

/// The rows that an import leaves out, as the file's own format has them, each with the reasons in a column of its own: once
/// the cells are mended, the same command imports them.
package struct RejectedRows {
    /// How many there are.
    package private(set) var count = 0
    private var written: [UInt8] = []
    private let form: Form
    /// The name of the column of reasons.
    private let reasons: String
    /// The index of the column of reasons that the file has from an earlier import; nil where it has none.
    private let oldReasons: Int?
    /// The bytes between two rows.
    private let lineEnd: [UInt8]

    private static let reasons = "reasons"

    /// The setting as data.
    static let setting = FieldDefinition(
        FieldName("rejects"), .text, "rejects=PATH writes the rows that are left out to a file, with the reasons")

    /// How a row is written.
    package enum Form: Sendable {
        /// Cells in a line, as RFC 4180 has them.
        case cells(delimiter: UInt8, hasHeader: Bool)
        /// A JSON object in a line.
        case lines
        /// A JSON object in the list at a path, keys with points between them; the path of none is the file itself.
        case list(path: String)
    }

    /// Begins with the header, if the file has one.
    init(_ reader: any RowReader, of file: ImportedFile) {
        form = reader.rejectedForm
        let columns = reader.columns
        let isOld = columns.last == RejectedRows.reasons
        oldReasons = isOld ? columns.count - 1 : nil
        reasons = isOld || !columns.contains(RejectedRows.reasons) ? RejectedRows.reasons : RejectedRows.reasons + "-2"
        let first = file.bytes.buffer.firstIndex(of: UInt8(ascii: "\n")) ?? 0
        let isCRLF = first > 0 && file.bytes.buffer[first - 1] == UInt8(ascii: "\r")
        lineEnd = Array((isCRLF ? "\r\n" : "\n").utf8)
        guard case .cells(let delimiter, hasHeader: true) = form else { return }
        if file.start > 0 { written += ImportedFile.byteOrderMark }
        write(columns.map { Array($0.utf8)[...] }, Array(reasons.utf8)[...], delimiter)
    }

    /// What the file of them holds.
    package var bytes: [UInt8] {
        guard case .list(let path) = form else { return written }
        var (head, tail) = ("", "")
        for key in path.split(separator: ".") {
            // Features are read from a collection that says what it is.
            head += key == "features" ? #"{"type": "FeatureCollection", "# : "{"
            head += JSONValue.string(String(key)).text + ": "
            tail += "}"
        }
        return Array((head + "[\n").utf8) + written + Array(((written.isEmpty ? "" : "\n") + "]" + tail + "\n").utf8)
    }

    /// Adds a row.
    ///
    /// - Parameters:
    ///   - bytes: those of the file.
    ///   - range: where the row stands in them, with what is blank around it.
    ///   - start: where it begins, where it is a JSON object.
    mutating func add(_ faulty: FaultyRow, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, from start: Int?) {
        defer { count += 1 }
        guard case .cells(let delimiter, _) = form else {
            return add(RejectedRows.object(in: bytes, range, from: start ?? range.lowerBound), faulty.reasons)
        }
        let row = faulty.row
        // A row that is too short gets the reasons in their column all the same.
        let width = max(row.count, faulty.columns.count)
        let cells = (0..<width).map { cell in
            cell < row.count ? row[cell].first.map { row.text[$0.text] } ?? [] : []
        }
        write(cells, Array(faulty.reasons.joined(separator: "; ").utf8)[...], delimiter)
    }

    /// The object that a row is; where it is none, one with its text.
    private static func object(
        in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, from start: Int
    ) -> JSONObject {
        var scanner = JSONScanner(bytes, from: start)
        if let object = (try? JSONReader.read(at: &scanner))?.object { return object }
        let text = RowCommand.trimmed(Array(bytes[range])[...])
        return ["line": .string(String(decoding: text, as: UTF8.self))]
    }

    private mutating func add(_ object: JSONObject, _ reasons: [String]) {
        var object = object
        object[self.reasons] = .array(reasons.map { .string($0) })
        var writer = JSONWriter()
        writer.write(.object(object))
        if case .list = form {
            if count > 0 { written += ",\n".utf8 }
            written += writer.bytes
        } else {
            written += writer.bytes + lineEnd
        }
    }

    private mutating func write(_ cells: [ArraySlice<UInt8>], _ reasons: ArraySlice<UInt8>, _ delimiter: UInt8) {
        var cells = cells
        if let oldReasons { cells[oldReasons] = reasons } else { cells.append(reasons) }
        for (index, cell) in cells.enumerated() {
            if index > 0 { written.append(delimiter) }
            let isSpecial = cell.contains { $0 == delimiter || CSVReader.isReserved($0) }
            if !isSpecial {
                written += cell
                continue
            }
            written.append(UInt8(ascii: "\""))
            for byte in cell {
                if byte == UInt8(ascii: "\"") { written.append(byte) }
                written.append(byte)
            }
            written.append(UInt8(ascii: "\""))
        }
        written += lineEnd
    }
}

import DossierLanguage
import DossierModel

/// How an element of a JSON list becomes a row: as it is, or turned into what its format means.
protocol JSONShape {
    /// The row of an element.
    ///
    /// - Throws: what is wrong with the element.
    func row(of element: JSONObject) throws(JSONShapeFault) -> JSONObject

    /// Looks at an element before the first row is read, and counts what no row of it holds.
    mutating func note(_ element: JSONObject)

    /// What no row holds, one sentence each.
    var leftBehind: [String] { get }
}

/// What is wrong with an element.
struct JSONShapeFault: Error {
    let problem: String
    var expectation: String?
}

/// Elements as they are.
struct PlainShape: JSONShape {
    let leftBehind: [String] = []

    func row(of element: JSONObject) -> JSONObject { element }

    mutating func note(_ element: JSONObject) {}
}

/// Reads rows from the objects of a list in a JSON file. They may have different keys: the columns are all keys that stand
/// in one of them.
struct JSONListReader<Shape: JSONShape>: RowReader {
    let isSpreadsheet = false
    let blankLines = 0
    let leftBehind: [String]
    private(set) var offset = 0
    private var columnsOfFile = JSONColumns()
    private let bytes: StateBytes
    private let list: JSONList
    private var shape: Shape
    private var next = 0

    var rejectedForm: RejectedRows.Form { .list(path: list.path) }
    var objectStart: Int? { next == 0 ? nil : list.elements[next - 1] }

    var columns: [String] { columnsOfFile.names }

    /// Reads all elements, to find the columns in the order in which they first stand.
    init(_ list: JSONList, of file: ImportedFile, as shape: Shape) throws(Diagnostic) {
        self.list = list
        self.shape = shape
        bytes = file.bytes
        var firstFault: FileFault?
        for start in list.elements {
            do throws(FileFault) {
                let element = try JSONListReader.object(at: start, of: bytes)
                self.shape.note(element)
                columnsOfFile.add(try JSONListReader.row(of: element, at: start, self.shape))
            } catch {
                // What is wrong with an element is told when it comes to its row.
                firstFault = firstFault ?? error
            }
        }
        var leftBehind = self.shape.leftBehind
        if !list.outside.isEmpty {
            let place = list.path.isEmpty ? "the list" : "'\(list.path)'"
            leftBehind.append("keys outside of \(place): " + LeftBehind.list(list.outside))
        }
        self.leftBehind = leftBehind
        if columnsOfFile.names.isEmpty {
            throw file.diagnostic(firstFault ?? FileFault("the file has no rows", at: file.start))
        }
    }

    mutating func next(_ row: inout Row) throws(FileFault) -> Bool {
        guard next < list.elements.count else { return false }
        let start = list.elements[next]
        next += 1
        offset = next < list.elements.count ? list.elements[next] : bytes.count
        row.begin()
        let object = try JSONListReader.row(of: try JSONListReader.object(at: start, of: bytes), at: start, shape)
        columnsOfFile.fill(&row, from: object, at: start)
        return true
    }

    private static func object(at start: Int, of bytes: StateBytes) throws(FileFault) -> JSONObject {
        var scanner = JSONScanner(bytes.buffer, from: start)
        let value: JSONValue
        do throws(JSONError) { value = try JSONReader.read(at: &scanner) } catch {
            throw FileFault(error.problem, at: error.offset)
        }
        guard let object = value.object else {
            throw FileFault(
                "the element is not a JSON object", expectation: "{\"KEY\": VALUE, …}", at: start, isOfOneRow: true)
        }
        return object
    }

    private static func row(of element: JSONObject, at start: Int, _ shape: Shape) throws(FileFault) -> JSONObject {
        do throws(JSONShapeFault) { return try shape.row(of: element) } catch {
            throw FileFault(error.problem, expectation: error.expectation, at: start, isOfOneRow: true)
        }
    }
}

import DossierModel

/// The columns of JSON objects: their keys in the order in which they first stand, those of inner objects behind a point.
struct JSONColumns: Sendable {
    private(set) var names: [String] = []
    private var indices: [String: Int] = [:]

    /// Adds the keys of an object that have no column yet.
    mutating func add(_ object: JSONObject) {
        for (name, _) in JSONColumns.cells(of: object) where indices[name] == nil {
            indices[name] = names.count
            names.append(name)
        }
    }

    /// Writes the cells of an object, which begins at an offset of the file.
    func fill(_ row: inout Row, from object: JSONObject, at offset: Int) {
        var cells: [Int: [String]] = [:]
        for (name, text) in JSONColumns.cells(of: object) {
            guard let index = indices[name] else { continue }
            cells[index, default: []].append(text)
        }
        for index in names.indices {
            for text in cells[index] ?? [] {
                var text = text
                text.withUTF8 { row.append($0) }
                row.endValue(at: offset)
            }
            row.endCell()
        }
    }

    /// The values in an object, each with the name of its column: lists gone through, null left out.
    private static func cells(of object: JSONObject) -> [(name: String, text: String)] {
        var cells: [(name: String, text: String)] = []
        func add(_ value: JSONValue, _ name: String) {
            switch value {
            case .null: break
            case .string(let text): cells.append((name, text))
            case .number(let number): cells.append((name, number.text))
            case .bool(let bool): cells.append((name, bool ? "true" : "false"))
            case .array(let values): for value in values { add(value, name) }
            case .object(let object):
                for member in object.members { add(member.value, name.isEmpty ? member.key : name + "." + member.key) }
            }
        }
        add(.object(object), "")
        return cells
    }
}

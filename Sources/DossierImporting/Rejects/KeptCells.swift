import DossierModel

/// The fields of one's own that keep the cells which could not be read: `x.` and the name of the column, as far as that can be
/// typed.
struct KeptCells: Sendable {
    /// For each column the field that keeps its cell; nil where a field of one's own has the cell already.
    private let nameOf: [FieldName?]

    /// The tag of records whose row came in without a cell.
    static let tag: StaticString = "doubtful"

    /// Gives each column a name that no assignment has.
    init(_ columns: [String], besides assignments: [RowAssignment]) {
        var taken = Set(assignments.map(\.name))
        nameOf = columns.indices.map { column in
            let isHeld = assignments.contains { $0.columns == [column] && FieldName($0.name).isCustom }
            if isHeld { return nil }
            let stem = "x." + KeptCells.stem(columns[column], number: column + 1)
            var name = stem
            var number = 2
            while !taken.insert(name).inserted {
                name = "\(stem)-\(number)"
                number += 1
            }
            return FieldName(name)
        }
    }

    /// The field that keeps the cell of a column.
    subscript(column: Int) -> FieldName? { nameOf[column] }

    /// All of them.
    var names: [FieldName] { nameOf.compactMap(\.self) }

    /// The name of a column as it stands where it can be typed, else its slug.
    private static func stem(_ name: String, number: Int) -> String {
        let isPlain = name.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
        if isPlain, FieldName("x." + name).isCustom { return name }
        return Identifier.slug(of: name)?.text ?? "column-\(number)"
    }
}

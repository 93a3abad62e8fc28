import DossierLanguage
import DossierModel

/// What tells the rows of a file from each other, from one delivery to the next: the cells of some columns, or the digest of
/// the whole row. Each record keeps that of its row.
struct RowKey: Sendable {
    /// The field of a record that keeps it.
    static let field = FieldName("x.key")

    /// The setting as data.
    static let setting = FieldDefinition(
        FieldName("key"), .text,
        "the columns that tell rows from each other: key=ID, key=Date,Place, or text with columns, key=\"ucdp-{id}\"")

    /// The columns that it is made of; none where it is the digest.
    let columns: [Int]
    /// The text with which every key begins.
    private let prefix: String
    private let form: Form

    private enum Form: Sendable {
        /// The cells, each after the other.
        case cells
        /// The cells with text between them.
        case template(CellTemplate)
        /// The digest of all cells, the columns in the order of their names.
        case digest(names: [(name: String, column: Int)])
    }

    /// Reads what a call says of it; nil where rows are not told from each other.
    ///
    /// - Throws: a diagnostic where the file has no such column.
    init?(_ plan: ImportPlan, of columns: Columns) throws(Diagnostic) {
        if plan.duplicates == nil { return nil }
        guard let value = plan.setting("key") else {
            self.columns = []
            prefix = ""
            form = .digest(
                names: columns.names.indices.map { (columns.names[$0], $0) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) })
            return
        }
        if CellTemplate.isOne(value) {
            let template = try CellTemplate(value, of: columns)
            self.columns = template.columns
            form = .template(template)
            if case .text(let text)? = template.parts.first {
                prefix = String(decoding: text, as: UTF8.self)
            } else {
                prefix = ""
            }
            return
        }
        var named: [Int] = []
        for name in RowKey.names(value.text, among: columns) {
            named.append(try columns.index(of: name, at: value.place))
        }
        self.columns = named
        prefix = ""
        form = .cells
    }

    /// The names in a list; a column whose name has a comma in it can be the only one.
    private static func names(_ text: String, among columns: Columns) -> [String] {
        if columns.names.contains(text) { return [text] }
        return text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    /// Whether a text may be a key that is made so.
    func mayBe(_ text: String) -> Bool {
        if case .digest = form { return (try? Digest.read(text)) != nil }
        return text.hasPrefix(prefix)
    }

    /// The key of a row; nil where its cells are empty.
    func text(of row: Row) -> String? {
        switch form {
        case .digest(let names): return digest(of: row, names)
        case .template(let template):
            return text(of: template.parts, row).map { String(decoding: $0, as: UTF8.self) }
        case .cells:
            let cells = columns.map { cell($0, row) }
            if cells.allSatisfy(\.isEmpty) { return nil }
            if cells.count == 1 { return String(decoding: cells[0], as: UTF8.self) }
            // A mark in a cell is doubled, so that no two keys are the same whose cells differ.
            return cells.map { String(decoding: $0, as: UTF8.self).replacing("|", with: "||") }.joined(separator: " | ")
        }
    }

    private func text(of parts: [CellTemplate.Part], _ row: Row) -> [UInt8]? {
        var text: [UInt8] = []
        for part in parts {
            switch part {
            case .text(let part): text += part
            case .optional(let parts): text += self.text(of: parts, row) ?? []
            case .column(let column):
                let cell = cell(column, row)
                if cell.isEmpty { return nil }
                text += cell
            }
        }
        return text
    }

    private func cell(_ column: Int, _ row: Row) -> ArraySlice<UInt8> {
        guard column < row.count, let value = row[column].first else { return [] }
        return RowCommand.trimmed(row.text[value.text])
    }

    private func digest(of row: Row, _ names: [(name: String, column: Int)]) -> String? {
        var text: [UInt8] = []
        for (name, column) in names where column < row.count && row.holdsText(inAnyOf: [column]) {
            text += name.utf8
            for value in row[column] { text += [0x1F] + row.text[value.text] }
            text.append(0x1E)
        }
        return text.isEmpty ? nil : Digest.of(text)
    }
}

extension Diagnostic {
    static func keyTwice(_ field: Token) -> Diagnostic {
        Diagnostic(
            .heldTwice, "'\(field.text)' holds the key of the row", at: field.place,
            expectation: "key=COLUMN,… for the key, or another field of your own")
    }
}

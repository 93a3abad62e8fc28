import DossierAnalysis
import DossierCommands
import DossierImporting
import DossierLanguage
import DossierModel
import DossierOutput

/// The columns of the file that an `import` names, as they stand in its fields.
struct ColumnCandidates {
    let context: Context

    /// How much of the file is read; and of one that must be read whole.
    private static let (limit, wholeLimit) = (1 << 18, 1 << 22)

    /// What may stand in the place of the value in which a column is being named.
    func naming(_ position: ColumnPosition) -> [Completer.Candidate] {
        let columns = columns(of: position.tokens)
        let matches = matching(position.name, columns.map { Completer.Candidate($0) })
        return matches.map { column in
            value(position.head, column.text, quote: position.quote).matched(column.match)
        }
    }

    /// Each column as a whole value.
    func all(of position: CursorPosition) -> [Completer.Candidate] {
        columns(of: position.tokens).map { value("", $0, quote: nil) }
    }

    /// A value that ends with a column: in quotation marks where its name needs them, which stay open where they were typed,
    /// since more may follow.
    private func value(_ head: String, _ column: String, quote: String?) -> Completer.Candidate {
        if let quote {
            let name = quote == "\"" ? String(ScriptText.quoted(column).dropFirst().dropLast()) : column
            return Completer.Candidate(quote + head + "{" + name + "}", isWhole: false)
        }
        let text = head + "{" + column + "}"
        let isPlain = !text.utf8.contains { $0 <= 0x20 || "\"'#()".utf8.contains($0) }
        return Completer.Candidate(isPlain ? text : ScriptText.quoted(text))
    }

    /// The names of the columns that can stand in braces; none where the file cannot be read.
    private func columns(of tokens: Tokens) -> [String] {
        guard tokens.count > 2, let importer = ImporterTable.importer(named: tokens[tokens.startIndex + 1].text),
            let file = beginning(
                of: tokens[tokens.startIndex + 2], importer.definition,
                settings: GivenFields(tokens.filter { $0.kind == .field })),
            case .rows(let reader)? = try? importer.content(of: file)
        else { return [] }
        return reader.columns.filter { !$0.isEmpty && !$0.contains("{") && !$0.contains("}") }
    }

    /// The first rows of a file: whole lines, as far as they are read; all of a file that ends nowhere else.
    private func beginning(of path: Token, _ format: ImporterDefinition, settings: GivenFields) -> ImportedFile? {
        let surroundings = context.surroundings
        guard let resolved = try? Folder(surroundings).readable(path, mayBeAtHome: true),
            let bytes = try? surroundings.files.withoutLinks.bytes(of: resolved)
        else { return nil }
        if !format.isCutAtLines {
            if bytes.count > ColumnCandidates.wholeLimit { return nil }
            return ImportedFile(path: path, name: path.text, bytes: bytes, settings: settings)
        }
        var beginning = bytes.buffer.prefix(ColumnCandidates.limit)
        if beginning.count < bytes.count, let end = beginning.lastIndex(of: UInt8(ascii: "\n")) {
            beginning = beginning[...end]
        }
        return ImportedFile(path: path, name: path.text, bytes: StateBytes(Array(beginning)), settings: settings)
    }
}

import DossierCommands
import DossierImporting
import DossierLanguage
import DossierOutput

/// Where a column of an imported file is being named: behind a `{` that is not closed, in the value of a field.
///
/// The value is read from its first byte on, since a name with a blank in it is several words until it stands in quotation marks.
struct ColumnPosition {
    /// The whole tokens before the field.
    let tokens: Tokens
    /// The offset at which the value begins, its quotation mark included.
    let start: Int
    /// The quotation mark that was opened; nil where there is none.
    let quote: String?
    /// What of the value stands before the brace.
    let head: String
    /// What of the column's name was typed.
    let name: String

    /// Nil where the cursor stands elsewhere.
    init?(_ position: CursorPosition) {
        guard ColumnPosition.isImport(position), !position.isProse else { return nil }
        let value: String
        if let field = position.field {
            tokens = position.tokens
            start = position.start
            quote = position.quote
            value = position.word
            if ColumnPosition.isSetting(field.name) { return nil }
        } else {
            // Words after an open brace belong to the name of the column.
            guard position.quote == nil, let index = position.tokens.lastIndex(where: { $0.kind != .word }),
                let field = position.tokens[index].field, let typed = field.value, !typed.isQuoted,
                !ColumnPosition.isSetting(field.name)
            else { return nil }
            tokens = position.tokens[position.tokens.startIndex..<index]
            start = typed.place.range.lowerBound
            quote = nil
            value = position.text(from: start)
        }
        guard let open = ColumnPosition.openBrace(in: value) else { return nil }
        head = String(value[..<open])
        name = String(value[value.index(after: open)...])
    }

    /// Whether a file with rows is being imported.
    static func isImport(_ position: CursorPosition) -> Bool {
        guard position.tokens.first?.isWord("import") == true, position.tokens.count > 2 else { return false }
        return ImporterTable.importer(named: position.tokens[1].text)?.definition.hasRows == true
    }

    private static func isSetting(_ name: String) -> Bool {
        (ImportPlan.settings + ImporterTable.settings).contains { $0.name.text == name }
    }

    /// The last brace that is open; one that is written twice stands for itself.
    private static func openBrace(in value: String) -> String.Index? {
        var open: String.Index?
        var index = value.startIndex
        while index < value.endIndex {
            let next = value.index(after: index)
            let isTwice = next < value.endIndex && value[next] == value[index]
            switch value[index] {
            case "{" where open == nil && isTwice, "}" where open == nil && isTwice:
                index = value.index(after: next)
                continue
            case "{" where open == nil: open = index
            case "}": open = nil
            default: break
            }
            index = next
        }
        return open
    }
}

@testable import DossierLanguage
@testable import DossierModel

extension Token {
    /// The token in a form that a test can read: `word`, `"text"`, `#tag`, `--option`, `name=value`, `-- tail`.
    var brief: String {
        switch kind {
        case .word, .open, .close, .minus: text
        case .string: "\"\(text)\""
        case .tag: "#" + text
        case .option: "--" + text
        case .tail: "-- " + text
        case .field:
            text + (field?.comparison.text ?? "")
                + (field?.value.map { $0.isQuoted ? "\"\($0.text)\"" : $0.text } ?? "")
        }
    }
}

extension TestEngine {
    /// The error of a text that fails; nil where none does.
    func failure(_ text: String) -> Diagnostic? {
        do throws(Diagnostic) {
            try run(text)
            return nil
        } catch {
            return error
        }
    }

    /// The ids that a query finds, in order; those that are only possible with a `?`.
    func found(_ query: String) throws(Diagnostic) -> String {
        guard case .array(let rows) = try json("show " + query) else { return "no table" }
        return rows.map { row in
            guard case .object(let object) = row, case .string(let id)? = object["id"] else { return "" }
            return object["certainty"] == nil ? id : id + "?"
        }.joined(separator: " ")
    }
}

extension Lexer {
    /// The commands of a text, each as its tokens in brief with ` | ` between them.
    static func brief(_ text: String) throws(Diagnostic) -> [String] {
        var lexer = Lexer(SourceText(text))
        var commands: [String] = []
        while let tokens = try lexer.nextCommand() { commands.append(tokens.map(\.brief).joined(separator: " | ")) }
        return commands
    }
}

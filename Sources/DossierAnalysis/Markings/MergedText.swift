import DossierLanguage
import DossierModel

/// What a record held that was merged into another, as the field `merged` keeps it: `s2 title="Seoul protests" tlp=green`.
struct MergedText {
    private let text: String
    private let kind: Kind

    init(_ text: String, of kind: Kind) {
        self.text = text
        self.kind = kind
    }

    /// Its label: its own; red where it names what does not go out, quotes words, or cannot be read.
    func marking(goesOut: (Identifier) -> Bool) -> Marking? {
        guard let tokens, tokens.first?.kind == .word else { return .red }
        var own: Marking?
        for token in tokens.dropFirst() where token.kind != .tag {
            guard let field = token.field, field.comparison == .equal, let value = field.value,
                let definition = kind.definition.field(FieldName(field.name))
            else { return .red }
            switch definition.type {
            case .quote: return .red
            case .reference where !goesOut(Identifier(known: value.text)): return .red
            default: break
            }
            if definition.name == .tlp { own = Marking(word: value.text) }
        }
        return own
    }

    /// Its words; nil where it is not one command without a comment.
    private var tokens: Tokens? {
        var lexer = Lexer(SourceText(text))
        guard let tokens = try? lexer.nextCommand(), lexer.comments.isEmpty else { return nil }
        let isAll = lexer.position == SourceText(text).bytes.count
        return isAll ? tokens : nil
    }
}

import DossierLanguage
import DossierModel
import DossierTime

/// A saved mapping: a text with `name=value` on each line, as an import is typed, and comments.
package enum MappingFile {
    /// What may be set.
    static let definitions = [
        FieldDefinition(
            FieldName("mapping"), .text,
            "a ready mapping (\(ReadyMapping.all.map(\.name).joined(separator: ", "))) or the path of a saved one"),
        FieldDefinition(
            FieldName("save-mapping"), .text, "save-mapping=PATH writes the fields and settings given to a file"),
    ]

    /// How a mapping is named.
    package enum Name {
        /// One that ships.
        case ready(ReadyMapping)
        /// A file, at a path as it was typed.
        case file(Token)
    }

    /// The mapping that an import names; nil where it names none.
    ///
    /// - Throws: a diagnostic where there is no ready mapping of that name.
    package static func name(in call: Call) throws(Diagnostic) -> Name? {
        guard let value = call.field("mapping")?.field?.value else { return nil }
        if let ready = ReadyMapping.all.first(where: { $0.name == value.text }) { return .ready(ready) }
        if value.text.contains(where: { $0 == "/" || $0 == "." }) { return .file(value.token) }
        let names = ReadyMapping.all.map(\.name)
        throw value.token.invalid(
            ValueError(
                "there is no ready mapping '\(value.text)'",
                expectation: names.joined(separator: ", ") + " or the path of a file, such as mine.mapping",
                suggestion: Suggestion.nearest(to: value.text, among: names)))
    }

    /// The fields and settings of a mapping.
    ///
    /// - Throws: a diagnostic where a line holds something else.
    package static func fields(of text: SourceText) throws(Diagnostic) -> [Token] {
        var lexer = Lexer(text)
        var fields: [Token] = []
        while let tokens = try lexer.nextCommand() {
            for token in tokens {
                guard let field = token.field, field.comparison == .equal, !isOfMappings(token) else {
                    throw .notAMapping(token)
                }
                fields.append(token)
            }
        }
        return fields
    }

    /// The text of a mapping that holds what an import was given.
    package static func text(of plan: ImportPlan) -> String {
        let fields = plan.given.tokens.filter { !isOfMappings($0) }.map(\.place.text)
        return "# import \(plan.importer.name) FILE mapping=THIS\n" + fields.map { $0 + "\n" }.joined()
    }

    private static func isOfMappings(_ token: Token) -> Bool {
        token.isField("mapping") || token.isField("save-mapping") || token.isField("rejects")
    }
}

extension Diagnostic {
    fileprivate static func notAMapping(_ token: Token) -> Diagnostic {
        Diagnostic(
            .unexpectedArgument, "'\(token.place.text)' is not part of a mapping", at: token.place,
            expectation: "a field or a setting of an import, such as title={COLUMN} or dates=dmy")
    }
}

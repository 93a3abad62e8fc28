import DossierLanguage

/// The fields and settings of an import: those of its mapping, and in their place those of the command itself.
package struct GivenFields: Sendable {
    let tokens: [Token]

    /// Takes what is given, in its order.
    package init(_ tokens: [Token]) { self.tokens = tokens }

    /// Takes what a command gives, and of a mapping what the command does not give. With a field the table of its cells and the
    /// fields of what it names go.
    init(_ call: Call, mapping: [Token]) {
        let own = Set(call.fields.map(\.text))
        let rest = mapping.filter { token in
            let field = MappingSettings.field(convertedBy: token.text) ?? MappingSettings.parts(token.text)?.field
            return !own.contains(token.text) && !(field.map(own.contains) ?? false)
        }
        self.init(rest + call.fields)
    }

    /// The value that is given last for a name.
    subscript(name: String) -> Token.Value? { tokens.last { $0.text == name }?.field?.value }
}

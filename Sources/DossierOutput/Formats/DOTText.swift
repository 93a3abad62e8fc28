import DossierModel

/// Text and shapes in the DOT language.
enum DOTText {
    /// A quoted string: quotation marks and backslashes escaped, line ends as `\n`, other controls left out.
    ///
    /// Graphviz reads character references in labels, as HTML does; an ampersand is written as one.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "&": quoted += "&amp;"
            default: if scalar.properties.generalCategory != .control { quoted.unicodeScalars.append(scalar) }
            }
        }
        return quoted + "\""
    }

    /// The shape of a node.
    static func shape(of kind: Kind) -> String {
        switch kind {
        case .event: "box"
        case .entity: "ellipse"
        case .claim: "note"
        case .source: "folder"
        case .note: "plaintext"
        case .link: "diamond"
        case .session: "point"
        }
    }
}

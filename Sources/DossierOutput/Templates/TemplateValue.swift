/// What the names of a template mean.
enum TemplateValue: Sendable {
    /// A text; the empty one counts as absent.
    case text(String)
    /// A text that is in the markup of the document already, and goes out as it is.
    case markup(String)
    /// Whether something is so.
    case flag(Bool)
    /// Values one after the other.
    case list([TemplateValue])
    /// Values by their names.
    case object([String: TemplateValue])

    /// Whether a section with it is written.
    var isThere: Bool {
        switch self {
        case .text(let text), .markup(let text): !text.isEmpty
        case .flag(let isSo): isSo
        case .list(let values): !values.isEmpty
        case .object: true
        }
    }

    /// A text that may be absent.
    static func text(orNone text: String?) -> TemplateValue { .text(text ?? "") }

    /// Texts one after the other.
    static func texts(_ texts: [String]) -> TemplateValue { .list(texts.map { .text($0) }) }
}

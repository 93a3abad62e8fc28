/// A piece of a template: text, or what stands between two marks.
struct TemplateTag {
    let content: Content
    /// Where its name stands, in bytes from the beginning of the template.
    let offset: Int

    enum Content: Equatable {
        /// Text that goes out as it is.
        case text(String)
        /// `{{name}}`, or `{{{name}}}` and `{{&name}}`, which are not escaped.
        case variable(TemplateName, isEscaped: Bool)
        /// `{{#name}}`, or `{{^name}}`, which is written where there is nothing.
        case section(TemplateName, isInverted: Bool)
        /// `{{/name}}`.
        case end(TemplateName)
    }
}

/// The name of a value: `title`, `source.title`, or `.`, the value that a section is in.
struct TemplateName: Equatable {
    let text: String

    /// Its parts; none of `.`.
    var parts: [String] {
        text == "." ? [] : text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }
}

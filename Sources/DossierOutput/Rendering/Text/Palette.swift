import DossierLanguage
import DossierText

/// Maps meanings of text to terminal styles, the last step before output.
///
/// It uses bold, faint, underline and the darker eight of the sixteen colours (ECMA-48 §8.3.117) except yellow and white, so that
/// text is readable on dark and light backgrounds.
package struct Palette: Sendable, Hashable {
    /// Whether colours and other attributes are used at all.
    package let isColoured: Bool

    /// A palette with or without colour.
    package init(isColoured: Bool) {
        self.isColoured = isColoured
    }

    /// The text as a terminal takes it.
    ///
    /// Each run passes ``VisibleText``, so that no data can drive the terminal.
    ///
    /// - Parameter keepingNewlines: whether a newline in the text begins a line; else it is shown.
    package func render(_ text: StyledText, keepingNewlines: Bool = false) -> String {
        var rendered = ""
        for span in text.spans where !span.text.isEmpty {
            let visible = VisibleText.escaping(span.text, keepingNewlines: keepingNewlines)
            if isColoured, let attributes = Self.attributes(of: span.style) {
                rendered += "\u{1B}[\(attributes)m\(visible)\u{1B}[0m"
            } else {
                rendered += visible
            }
        }
        return rendered
    }

    private static func attributes(of style: TextStyle) -> String? {
        switch style {
        case .plain: nil
        case .strong, .heading, .command: "1"
        case .faint: "2"
        case .identifier: "1;36"
        case .quote: "36"
        case .match: "1;4"
        case .good: "32"
        case .doubtful: "35"
        case .bad: "1;31"
        }
    }
}

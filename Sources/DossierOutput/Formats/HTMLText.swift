/// Text in HTML, in which nothing is taken for markup.
enum HTMLText {
    /// Text between tags or in an attribute; a line end breaks the line.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// A paragraph of text; a line end breaks the line.
    static func paragraph(_ text: String) -> String { "<p>" + lines(text) + "</p>" }

    /// Text whose line ends break the line.
    static func lines(_ text: String) -> String { escaped(text).replacing("\n", with: "<br>") }

    /// A link, where the address is one of the web; else the text alone.
    static func link(_ text: String, to address: String?) -> String {
        guard let address, isOfWeb(address) else { return lines(text) }
        return "<a href=\"\(escaped(address))\" rel=\"noreferrer\">\(lines(text))</a>"
    }

    /// Whether an address is one that can be followed without running anything.
    static func isOfWeb(_ address: String) -> Bool {
        let lower = address.lowercased()
        return lower.utf8.starts(with: "https://".utf8) || lower.utf8.starts(with: "http://".utf8)
    }
}

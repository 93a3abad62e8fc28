/// A string literal in Swift source, without interpolation: `"…"`, `#"…"#` and those over several lines.
struct StringLiteral: Equatable {
    /// Where it stands.
    let range: Range<String.Index>
    /// What it says.
    let text: String

    /// The literals of a source, in order. Those with an interpolation are left out, and comments of a line are no code.
    static func all(in source: String) -> [StringLiteral] {
        var literals: [StringLiteral] = []
        var rest = source[...]
        while let index = rest.firstIndex(where: { $0 == "\"" || $0 == "#" || $0 == "/" }) {
            rest = rest[index...]
            if rest.hasPrefix("//") {
                rest = rest.drop { $0 != "\n" }
            } else if let (literal, end) = literal(at: rest) {
                if let literal { literals.append(literal) }
                rest = rest[end...]
            } else {
                rest = rest.dropFirst()
            }
        }
        return literals
    }

    /// The literal at the beginning of a text, and its end; nil where there is none.
    private static func literal(at text: Substring) -> (StringLiteral?, String.Index)? {
        let hashes = String(text.prefix { $0 == "#" })
        let opened = text.dropFirst(hashes.count)
        guard opened.hasPrefix("\"") else { return nil }
        let quote = opened.hasPrefix("\"\"\"") ? "\"\"\"" : "\""
        var content = opened.dropFirst(quote.count)
        let start = content.startIndex
        while !content.isEmpty {
            if content.hasPrefix(quote + hashes) {
                let end = content.index(content.startIndex, offsetBy: quote.count + hashes.count)
                let said = said(text[start..<content.startIndex], escape: "\\" + hashes, isLong: quote.count == 3)
                return (said.map { StringLiteral(range: text.startIndex..<end, text: $0) }, end)
            }
            content = content.dropFirst(hashes.isEmpty && content.hasPrefix("\\") ? 2 : 1)
        }
        return nil
    }

    /// What the content of a literal says; nil where it holds an interpolation or another escape than those that are written.
    private static func said(_ content: Substring, escape: String, isLong: Bool) -> String? {
        var text = ""
        var rest = (isLong ? unindented(content) : String(content))[...]
        while let next = rest.first {
            if !rest.hasPrefix(escape) {
                text.append(next)
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst(escape.count)
            guard let letter = rest.popFirst(), let meaning = escapes[letter] else { return nil }
            text.append(meaning)
        }
        return text
    }

    private static let escapes: [Character: String] = ["\\": "\\", "\"": "\"", "n": "\n", "t": "\t", "0": "\0"]

    private static func unindented(_ content: Substring) -> String {
        let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
        let indentation = lines.last?.count ?? 0
        return lines.dropFirst().dropLast().map { String($0.dropFirst(indentation)) }.joined(separator: "\n")
    }

    /// A literal that says a text: in one line where that is short.
    static func written(_ text: String, indentedBy indentation: Int) -> String {
        let isShort = !text.contains("\n") && text.count <= 60
        let quote = isShort ? "\"" : "\"\"\""
        var hashes = ""
        while text.contains("\\" + hashes) || text.contains(quote + hashes) { hashes += "#" }
        if isShort { return hashes + quote + text + quote + hashes }
        let blanks = String(repeating: " ", count: indentation)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : blanks + $0 }
        return ([hashes + quote] + lines + [blanks + quote + hashes]).joined(separator: "\n")
    }
}

import Glibc
import TestSupport
import Testing

/// Programs that read Markdown, each by its own rules.
private enum MarkdownReader: String, CaseIterable {
    case commonMark = "cmark"
    case pandoc
    case pandocAsGitHub

    /// The program with its options.
    var call: (program: String, arguments: [String]) {
        switch self {
        case .commonMark: ("/usr/bin/cmark", [])
        case .pandoc: ("/usr/bin/pandoc", ["-f", "markdown", "-t", "html", "--wrap=none"])
        case .pandocAsGitHub: ("/usr/bin/pandoc", ["-f", "gfm", "-t", "html", "--wrap=none"])
        }
    }

    static let areThere = allCases.allSatisfy { access($0.call.program, X_OK) == 0 }
}

@Suite("Markdown as others read it", .enabled(if: MarkdownReader.areThere, "cmark and pandoc are not installed"))
struct MarkdownReadersTests {
    private static let pieces = [
        "a", "word", "북한", "-", "--", "---", "...", ".", " ", "  ", "$", "$x$", "~", "~~", "^", "^a^", "*", "**", "_",
        "`", "``", "[", "]", "(", ")", "[^1]", "[^1]: ", "!", "<b>", "</b>", "<!--", "-->", "<", "&", "&amp;", "&#35;",
        "#",
        "# ", "{", "}", "{.c}", "@doe", "[@doe]", "a@b.org", ":smile:", ":::", ": ", ":", "~~~", "```", "|",
        "| a | b |",
        "|---|", "+---+", "===", "1. ", "(a) ", "i. ", "A) ", "#. ", "(@) ", "% ", "\\", "\\(", "\\[", "\\begin{a}",
        "http://a.org/b_c", "www.a.org", "\"", "'", "it's", "> ", "- ", "* ", "Table: x", ":   d", "Mr. X", "://",
    ]

    private static func words(_ number: Int, _ random: inout SplitMix64) -> String {
        let words = (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        // What no other text has, so that it can be quoted and looked for.
        return words.joined() + "Q\(number)Z"
    }

    @Test("the words of a report are those of the session, in each of them", arguments: [UInt64(1), 2, 3])
    func sameWords(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let texts = (0..<60).map { Self.words($0, &random) }
        var commands = ["add source s1 \(Self.quoted("Report")) -- " + texts.joined(separator: " ")]
        for (index, text) in texts.enumerated() {
            switch index % 3 {
            case 0: commands.append("add note -- \(text)")
            case 1: commands.append("add event \(Self.quoted(text)) -- \(text)")
            default: commands.append("add claim \(Self.quoted(text)) source=s1 quote=\(Self.quoted(text)) #a")
            }
        }
        let dossier = Dossier(try TemporaryFolder())
        let report = try dossier.run(
            input: (commands + ["export markdown to report.md"]).joined(separator: "\n") + "\n")
        try #require(report.code == 0, "\(report.errors)")
        for reader in MarkdownReader.allCases {
            let html = try dossier.run(program: reader.call.program, reader.call.arguments + ["report.md"])
            let found = Self.text(of: html.output)
            for text in texts {
                let words = Self.normal(text)
                #expect(found.contains(words), "\(reader): \(text)")
            }
            let tags = Set(
                html.output.split(separator: "<").dropFirst().map { $0.prefix { $0.isLetter || $0.isNumber } })
            #expect(
                tags.isSubset(of: ["", "h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "blockquote", "a", "span"]),
                "\(reader): \(tags)")
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : String($0) }.joined() + "\""
    }

    /// What a reader of the page sees, white space aside.
    private static func text(of html: String) -> String {
        var text = ""
        var isTag = false
        for character in html {
            if character == "<" {
                isTag = true
            } else if character == ">" {
                isTag = false
            } else if !isTag {
                text.append(character)
            }
        }
        for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text = text.split(separator: entity, omittingEmptySubsequences: false).joined(separator: sign)
        }
        return normal(text)
    }

    private static func normal(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

import DossierModel
import DossierTime

/// A report in Markdown that CommonMark and pandoc read alike: headings, paragraphs, lists and quotes, no tables.
struct ReportMarkdown {
    /// The blocks, without the empty lines between them.
    private(set) var blocks: [String] = []

    /// The whole report; what is empty is left out.
    static func text(of contents: ReportContents) -> String {
        var report = ReportMarkdown()
        report.writeHead(contents)
        report.writeStatuses(contents.statuses)
        report.writeTimeline(contents)
        report.writeEvents(contents.events)
        report.writeClaims(contents)
        report.writeConflicts(contents)
        report.writeNotes(contents)
        report.writeFigures(contents.figures)
        report.writeSection("Comments", contents.comments.map(ReportMarkdown.comment))
        report.writeSection("Relations", contents.relations.map(ReportMarkdown.relation))
        report.writeSection("People, organisations and places", contents.entities.map(ReportMarkdown.entity))
        report.writeSources(contents.sources)
        return report.blocks.joined(separator: "\n\n") + "\n"
    }

    /// An item of a list: its first line, and what follows it in paragraphs of their own.
    struct Item {
        var line: String
        var blocks: [String] = []
    }

    mutating func write(_ block: String) { blocks.append(block) }

    mutating func write(_ items: [Item], numbered: Bool = false) {
        if items.isEmpty { return }
        let isLoose = items.contains { !$0.blocks.isEmpty }
        let texts = items.enumerated().map { index, item in
            let mark = numbered ? "\(index + 1). " : "- "
            let margin = String(repeating: " ", count: mark.utf8.count)
            return ([mark + MarkdownEscaping.withoutTaskMark(item.line)] + item.blocks.map { margin + $0 }).joined(
                separator: "\n\n")
        }
        blocks.append(texts.joined(separator: isLoose ? "\n\n" : "\n"))
    }

    mutating func writeSection(_ title: String, _ items: [Item]) {
        if items.isEmpty { return }
        write("## " + title)
        write(items)
    }

    private mutating func writeHead(_ contents: ReportContents) {
        write("# " + ReportMarkdown.escaped(contents.title, else: "Report"))
        if let label = contents.label { write("TLP:\(label.description.uppercased())") }
        if !contents.counts.isEmpty { write("This report covers \(ReportSentences.counts(contents.counts)).") }
    }

    private mutating func writeSources(_ sources: [ReportSource]) {
        if sources.isEmpty { return }
        write("## Sources")
        write(sources.map(ReportMarkdown.source), numbered: true)
    }
}

extension ReportMarkdown {
    /// A text of the session in one line.
    static func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

    /// A text of the session; another where it shows nothing.
    static func escaped(_ text: String, else other: String) -> String {
        let words = escaped(text)
        return words.isEmpty ? escaped(other) : words
    }

    /// A text of the session in bold; another where it shows nothing, of which no bold text could be made.
    static func strong(_ text: String, else other: String) -> String { "**\(escaped(text, else: other))**" }

    /// Names as they are enumerated.
    static func escaped(_ names: [String]) -> String { names.map { escaped($0) }.joined(separator: ", ") }

    /// The paragraphs of a text, which empty lines divide.
    static func paragraphs(_ text: String) -> [String] {
        var paragraphs: [[Substring]] = [[]]
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.allSatisfy(\.isWhitespace) {
                paragraphs.append([])
            } else {
                paragraphs[paragraphs.count - 1].append(line)
            }
        }
        return paragraphs.map { escaped($0.joined(separator: " ")) }.filter { !$0.isEmpty }
    }

    /// Words of a source.
    static func quote(_ text: String) -> String { "> " + escaped(text) }

    /// Numbers of sources as links to the list of them: `[1]`, with a space before each.
    ///
    /// Pandoc makes identifiers of headings, but none with a colon: no heading has that of a source.
    static func citations(_ numbers: [Int]) -> String {
        numbers.map { " [\\[\($0)\\]](#source:\($0))" }.joined()
    }

    /// Where the links of citations lead. Pandoc makes a bookmark of it in any format, and no reader shows it.
    static func anchor(_ number: Int) -> String { "<span id=\"source:\(number)\"></span>" }

    static func tags(_ tags: [String]) -> String { tags.map { " \\#" + escaped($0) }.joined() }

    /// What is said of a record, `grade: B2`; what has no value is left out.
    static func details(_ details: [(label: String, value: String?)]) -> [String] {
        details.compactMap { label, value in value.flatMap { $0.isEmpty ? nil : "\(label): \($0)" } }
    }

    /// The same behind the name of the record: `; grade: B2`.
    static func beside(_ details: [(label: String, value: String?)]) -> String {
        ReportMarkdown.details(details).map { "; " + $0 }.joined()
    }

    static func reading(_ when: When?) -> String? { when.map { escaped($0.reading) } }

    static func reading(_ figures: [Quantity]) -> String { escaped(figures.map(\.reading)) }

    static func reading(_ grade: Grade?) -> String? { grade.map { "\($0) (\($0.meaning))" } }
}

extension String {
    /// With a capital at its beginning.
    var capitalised: String { prefix(1).uppercased() + dropFirst() }
}

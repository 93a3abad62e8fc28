import DossierLanguage
import DossierModel

/// A record as a note: its fields as properties (YAML), then its words.
struct ObsidianNote {
    private(set) var text = "---\n"
    private let record: Record
    private let names: NoteNames
    private let session: Session

    /// Writes the note.
    ///
    /// - Parameter marking: the label of the record, its own or one that it inherits.
    init(
        _ record: Record, _ names: NoteNames, in session: Session, marking: Marking?, losses: inout LossReport
    ) {
        self.record = record
        self.names = names
        self.session = session
        property("kind", YAMLText.quoted(record.kind.rawValue))
        if record.kind != .session { property("id", YAMLText.quoted(record.id.text)) }
        let aliases = (record.kind == .note ? [] : record.texts(record.kind.titleField)) + record.texts(.alias)
        if !aliases.isEmpty, record.kind != .link { property("aliases", YAMLText.list(aliases)) }
        for entry in record.entries where entry.name != .tlp {
            switch entry.content {
            case .unknown: losses.lose(entry.name.text, of: record, "this version does not know the field")
            case .values(let values): addProperties(entry.name, values, &losses)
            }
        }
        if let marking { property("tlp", YAMLText.quoted(marking.description)) }
        text += "---\n"
        addHeading()
        addText(&losses)
        addQuote()
        addNamed()
    }

    private mutating func property(_ name: String, _ value: String) { text += "\(name): \(value)\n" }

    private mutating func addProperties(_ name: FieldName, _ values: [FieldValue], _ losses: inout LossReport) {
        // The text of a record is that of its note.
        if name == .text { return }
        let key = name.isCustom ? YAMLText.quoted(name.text) : name.text
        let texts = values.map { value in
            if case .reference(let id) = value { return link(to: id) ?? id.text }
            return value.typed
        }
        if values.contains(where: { $0.named.map { names[$0] == nil } ?? false }) {
            losses.putInWords(name.text, of: record, "it names a record that is not exported")
        }
        let holdsMany = record.kind.definition.holdsMany(name)
        property(key, holdsMany ? YAMLText.list(texts) : YAMLText.quoted(texts.joined(separator: "; ")))
        switch values.first {
        case .when(let when):
            let prefix = name == .when ? "" : name.text + "_"
            if case .moment = when.earliest { property(prefix + "earliest", YAMLText.quoted(when.earliestDay)) }
            if case .moment = when.latest { property(prefix + "latest", YAMLText.quoted(when.latestDay)) }
        case .quote(let quote): addPlace(of: quote, &losses)
        default: break
        }
    }

    private mutating func addPlace(of quote: TextQuoteSelector, _ losses: inout LossReport) {
        property("quote_source", YAMLText.quoted(link(to: quote.source) ?? quote.source.text))
        if !quote.prefix.isEmpty { property("quote_prefix", YAMLText.quoted(quote.prefix)) }
        if !quote.suffix.isEmpty { property("quote_suffix", YAMLText.quoted(quote.suffix)) }
        if let position = quote.position {
            property("quote_start", YAMLText.quoted("\(position.lowerBound)"))
            property("quote_end", YAMLText.quoted("\(position.upperBound)"))
        }
        if !quote.unknownMembers.isEmpty {
            losses.lose("quote", of: record, "members that this version does not know")
        }
    }

    private mutating func addHeading() {
        if record.kind == .note { return }
        let title = record.text(record.kind == .link ? .relation : record.kind.titleField) ?? record.id.text
        text += "\n# \(MarkdownText.escaped(title))\n"
    }

    /// The words of a record, line by line, so that paragraphs stay.
    private mutating func addText(_ losses: inout LossReport) {
        guard let words = record.text(.text) else { return }
        text += "\n" + ObsidianNote.lines(of: words).map { $0 + "\n" }.joined()
        let isAlike = words.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy { line in
            line.unicodeScalars.first?.properties.isWhitespace != true
                && line.unicodeScalars.last?.properties.isWhitespace != true && !line.unicodeScalars.contains("\r")
        }
        if !isAlike { losses.putInWords("text", of: record, "white space at the ends of lines is left out") }
    }

    /// Each line but the last ends in two spaces, which CommonMark reads as the end of a line.
    private static func lines(of words: String) -> [String] {
        let lines = words.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { place, line in
            let escaped = MarkdownText.escaped(String(line))
            return escaped.isEmpty || place == lines.count - 1 ? escaped : escaped + "  "
        }
    }

    private mutating func addQuote() {
        guard let quote = record.quote else { return }
        text += "\n" + ObsidianNote.lines(of: quote.exact).map { "> \($0)\n" }.joined()
        text += ">\n> — \(named(quote.source))\n"
    }

    /// The records that fields name, with their titles.
    private mutating func addNamed() {
        var lines: [String] = []
        for entry in record.entries {
            for id in record.references(entry.name) { lines.append("- \(entry.name): \(named(id))\n") }
        }
        if !lines.isEmpty { text += "\n" + lines.joined() }
    }

    private func named(_ id: Identifier) -> String {
        guard let link = link(to: id) else { return MarkdownText.escaped(id.text) }
        guard let title = session[id].flatMap({ $0.kind == .note ? nil : $0.text($0.kind.titleField) }) else {
            return link
        }
        return "\(link) \(MarkdownText.escaped(title.firstLine))"
    }

    /// A link to the note of a record; nil where it has none.
    private func link(to id: Identifier) -> String? { names[id].map { "[[\($0)]]" } }
}

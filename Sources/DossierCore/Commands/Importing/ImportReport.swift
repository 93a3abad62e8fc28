/// What an import came to, as the answer tells it.
struct ImportReport: Answer {
    let kind: Kind
    let file: String
    /// How many records the rows made.
    var count = 0
    /// The first of them.
    var first: [Record] = []
    /// The source of the file; nil where none was made or found.
    var source: Record?
    /// Whether the source was there before.
    var knewSource = false
    /// The entities that were made by the way: how many, and the first.
    var entities: (count: Int, first: [Identifier]) = (0, [])
    /// The columns that no field reads.
    var unread: [String] = []
    /// The rows that were left out: how many, and what is wrong with the first.
    var bad: (count: Int, first: [String]) = (0, [])

    /// How many records are shown, how many entities beside them, how many columns that are left out, and how many rows that are bad.
    static let shownRecords = 3
    static let shownEntities = 6
    private static let shownColumns = 20
    static let shownBadRows = 10

    var blocks: [Block] {
        let what = StyledText("imported ", .faint) + StyledText("\(count) \(count == 1 ? kind.rawValue : kind.plural)")
        var blocks: [Block] = [.line(what + StyledText(" from ", .faint) + StyledText(file))]
        blocks += first.map { .line("  " + RecordLine.text($0)) }
        if count > first.count { blocks.append(.line(StyledText("  … and \(count - first.count) more", .faint))) }
        if let source {
            let word = StyledText(knewSource ? "  source, known before: " : "  source ", .faint)
            blocks.append(.line(word + StyledText(source.id.text, .identifier) + StyledText("  \(source.title)")))
        }
        if entities.count > 0 {
            let names = entities.first.map(\.text).joined(separator: ", ")
            let more = entities.count > entities.first.count ? ", …" : ""
            let word = entities.count == 1 ? "entity" : "entities"
            blocks.append(indented(StyledText("\(entities.count) new \(word): ", .faint) + StyledText(names + more)))
        }
        if !unread.isEmpty {
            blocks.append(indented(StyledText("columns left out: ", .faint) + StyledText(shownColumns)))
        }
        if bad.count > 0 {
            let word = bad.count == 1 ? "row" : "rows"
            blocks.append(indented(StyledText("\(bad.count) \(word) left out:", .bad)))
            blocks += bad.first.map { .prose(StyledText("    " + $0), indent: 6) }
            if bad.count > bad.first.count {
                blocks.append(.line(StyledText("    … and \(bad.count - bad.first.count) more", .faint)))
            }
        }
        return blocks
    }

    private var shownColumns: String {
        let shown = unread.prefix(ImportReport.shownColumns).map { $0.isEmpty ? "(without a name)" : $0 }
        let more = unread.count - shown.count
        return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }

    private func indented(_ text: StyledText) -> Block { .prose("  " + text, indent: 4) }

    var json: JSONValue {
        .object([
            "imported": .number(JSONNumber(count)), "kind": .string(kind.rawValue), "file": .string(file),
            "source": source.map { .string($0.id.text) } ?? .null, "entities": .number(JSONNumber(entities.count)),
            "unread": .array(unread.map { .string($0) }), "badRows": .number(JSONNumber(bad.count)),
            "bad": .array(bad.first.map { .string($0) }),
        ])
    }
}

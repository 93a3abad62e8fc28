import DossierLanguage
import DossierModel

/// What one entry of the log changed in some records.
struct RecordChanges {
    let entry: LogEntry
    /// The script of which the entry is a part.
    let script: String?
    /// Whether the entry is that of a command that was undone and not redone.
    let isUndone: Bool
    /// Each record once, as it was before the entry and is after it.
    let changes: [Change]

    /// The entries that changed some records, the oldest first.
    static func steps(
        of ids: Set<Identifier>, in entries: [LogEntry], where holds: (LogEntry) -> Bool
    ) -> [RecordChanges] {
        let effective = Set(EffectiveCommands(entries).entries.map(\.number))
        var script: String?
        var steps: [RecordChanges] = []
        for entry in entries {
            switch entry.action {
            case .begin(let what): script = what
            case .end: script = nil
            default:
                guard holds(entry) else { continue }
                let changes = ChangeReport(returning: entry.changes.filter { $0.id.map(ids.contains) ?? false }).changes
                if changes.isEmpty { continue }
                let isUndone = entry.action.sort.isStep && !effective.contains(entry.number)
                steps.append(RecordChanges(entry: entry, script: script, isUndone: isUndone, changes: changes))
            }
        }
        return steps
    }

    func blocks(in session: Session, naming: Bool) -> [Block] {
        var head =
            StyledText(String(entry.number), .strong) + StyledText("  \(entry.at)", .faint) + "  "
            + StyledText(entry.by)
            + "  " + StyledText(entry.summary.firstLine, .command)
        if let script { head += StyledText("  (\(script))", .faint) }
        if isUndone { head += StyledText("  (undone)", .faint) }
        let indent = String(repeating: " ", count: String(entry.number).utf8.count + 2)
        var blocks: [Block] = [.line(head)]
        for change in changes {
            let name = naming ? StyledText((change.id?.text ?? "") + "  ", .identifier) : ""
            for line in lines(of: change, in: session) {
                blocks.append(.prose(StyledText(indent) + name + line, indent: indent.utf8.count + 2))
            }
        }
        return blocks
    }

    private func lines(of change: Change, in session: Session) -> [StyledText] {
        guard let new = change.new else { return [StyledText("dropped", .strong)] }
        let fields = ChangeReport.fields(changedFrom: change.old, to: new).map { name in
            let was = change.old.map { ChangeReport.shown($0[name]) + StyledText(" → ", .faint) } ?? ""
            return StyledText("\(name): ", .faint) + was + ChangeReport.shown(new[name])
        }
        let sources = RecordChanges.sources(of: change).map { id in
            let source = session[id]
            let published = source?.when(.published).map { ", published \($0)" } ?? ""
            return StyledText("source ", .faint) + StyledText(id.text, .identifier) + StyledText(" came in", .faint)
                + StyledText(source.map { ": \($0.title.firstLine)\(published)" } ?? "")
        }
        return (change.old == nil ? [StyledText("made", .strong)] : []) + fields + sources
    }

    /// The sources that a record draws on after a change and did not before.
    private static func sources(of change: Change) -> [Identifier] {
        func drawn(_ record: Record?) -> [Identifier] {
            guard let record else { return [] }
            let quoted = record.quote.map { [$0.source] } ?? []
            return record.references(.source) + record.references(.derived) + quoted
        }
        let before = drawn(change.old)
        var new: [Identifier] = []
        for id in drawn(change.new) where !before.contains(id) && !new.contains(id) { new.append(id) }
        return new
    }

    /// The entry for programs: of each record what every field was and is.
    var json: JSONValue {
        var json: JSONObject = [
            "entry": .number(JSONNumber(entry.number)), "at": .string(entry.at), "by": .string(entry.by),
            "what": .string(entry.summary),
        ]
        if let script { json["script"] = .string(script) }
        if isUndone { json["undone"] = true }
        json["records"] = .array(
            changes.map { change in
                var record: JSONObject = ["id": .string(change.id?.text ?? "")]
                record["change"] = .string(change.old == nil ? "made" : change.new == nil ? "dropped" : "changed")
                if let new = change.new {
                    record["fields"] = .array(
                        ChangeReport.fields(changedFrom: change.old, to: new).map { name in
                            [
                                "field": .string(name.text), "was": .array((change.old?[name] ?? []).map(\.json)),
                                "is": .array(new[name].map(\.json)),
                            ]
                        })
                }
                let sources = RecordChanges.sources(of: change)
                if !sources.isEmpty { record["sources"] = .array(sources.map { .string($0.text) }) }
                return .object(record)
            })
        return .object(json)
    }
}

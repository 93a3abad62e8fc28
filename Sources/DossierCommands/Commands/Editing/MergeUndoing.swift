import DossierAnalysis
import DossierLanguage
import DossierModel

/// Takes one merge back, whatever was done since, where nothing of what it touched was changed in the meantime.
///
/// Each field that the merge changed must still hold what the merge left there; all other fields stay as they are now.
struct MergeUndoing {
    let context: Context
    let place: Place

    /// What it comes to.
    struct Result {
        let entry: LogEntry
        let changes: [Change]
    }

    /// Finds the merge of a record, or the last merge into one, and takes it back.
    ///
    /// - Throws: a diagnostic where there is none, or what it touched was changed.
    func result(of reference: ReferenceExpression) throws(Diagnostic) -> Result {
        let id = try merged(reference)
        let entries = try context.log.steps(at: place)
        guard let merge = EffectiveCommands(entries).entries.last(where: { MergeUndoing.merges(id, $0) }),
            let index = entries.firstIndex(where: { $0.number == merge.number })
        else { throw .mergeUntold(id, entries.first, at: reference.place) }
        let since = entries[(index + 1)...]
        var draft = Draft(context)
        for change in entries[index].changes.reversed() { try takeBack(change, in: &draft, since) }
        for change in draft.changes {
            for name in change.new?.mentions ?? [] where draft[name] == nil {
                throw .mergeBroken(
                    "'\(change.new?.id.text ?? "")' named '\(name)', which no longer exists", last(since, name), place)
            }
        }
        try QuoteKeeper(context: context).keep(&draft, at: place)
        return Result(entry: entries[index], changes: placed(draft.changes, entries[index].changes))
    }

    /// The record that was merged: the one that is named, or the last that was merged into it.
    private func merged(_ reference: ReferenceExpression) throws(Diagnostic) -> Identifier {
        switch reference.form {
        case .word(let name), .name(let name):
            let id = Identifier(known: name)
            if context.session.record(mergedFrom: id) != nil { return id }
        default: break
        }
        let found = try ReferenceResolver(context: context).resolve(reference, in: Draft(context))
        guard let id = found.first, found.count == 1, let last = context.session[id]?.mergedIdentifiers.last else {
            throw .nothingMerged(reference.place)
        }
        return last
    }

    /// Whether an entry is the merge of a record into another.
    private static func merges(_ id: Identifier, _ entry: LogEntry) -> Bool {
        guard case .command(_, let changes) = entry.action else { return false }
        return changes.contains { $0.new == nil && $0.old?.id == id }
            && changes.contains { change in
                change.new?.mergedIdentifiers.contains(id) == true
                    && change.old?.mergedIdentifiers.contains(id) == false
            }
    }

    private func takeBack(_ change: Change, in draft: inout Draft, _ since: ArraySlice<LogEntry>) throws(Diagnostic) {
        guard let old = change.old else { return }
        guard let new = change.new else {
            if context.session[old.id] != nil {
                throw .mergeBroken("'\(old.id)' exists again", last(since, old.id), place)
            }
            draft.put(old)
            return
        }
        guard var record = draft[new.id] else {
            throw .mergeBroken("'\(new.id)' no longer exists", last(since, new.id), place)
        }
        if record == new {
            draft.put(old)
            return
        }
        for entry in new.entries where content(entry.name, of: old) != entry.content {
            if content(entry.name, of: record) != entry.content { throw changed(entry.name, new, since) }
            record[entry.name] = old[entry.name]
        }
        for entry in old.entries where content(entry.name, of: new) == nil {
            if content(entry.name, of: record) != nil { throw changed(entry.name, new, since) }
            record[entry.name] = old[entry.name]
        }
        draft.put(record)
    }

    private func content(_ name: FieldName, of record: Record) -> Record.Content? {
        record.entries.first { $0.name == name }?.content
    }

    private func changed(_ name: FieldName, _ record: Record, _ since: ArraySlice<LogEntry>) -> Diagnostic {
        let entry = since.last { entry in
            entry.changes.contains { change in
                change.id == record.id
                    && change.old.flatMap { content(name, of: $0) } != change.new.flatMap { content(name, of: $0) }
            }
        }
        return .mergeBroken("'\(name)' of '\(record.id)' has been changed since", entry, place)
    }

    /// The last entry that changed a record.
    private func last(_ entries: ArraySlice<LogEntry>, _ id: Identifier) -> LogEntry? {
        entries.last { entry in entry.changes.contains { $0.id == id } }
    }

    /// Records that come back stand where they stood.
    private func placed(_ changes: [Change], _ merge: [Change]) -> [Change] {
        changes.map { change in
            guard change.old == nil, let gone = merge.first(where: { $0.id == change.id }) else { return change }
            return Change(old: nil, new: change.new, place: gone.place)
        }
    }
}

extension Diagnostic {
    fileprivate static func nothingMerged(_ place: Place) -> Diagnostic {
        Diagnostic(
            .nothingMerged, "nothing was merged into '\(place.text)'", at: place,
            notes: ["in a query, 'has:merged' finds the records that others were merged into"])
    }

    fileprivate static func mergeUntold(_ id: Identifier, _ first: LogEntry?, at place: Place) -> Diagnostic {
        var notes = ["its fields are kept in 'merged'"]
        if case .base? = first?.action { notes.append("the entries before \(first?.number ?? 0) were folded") }
        return Diagnostic(
            .mergeNotUndone, "no entry of the log shows how '\(id)' was merged", at: place, notes: notes)
    }

    fileprivate static func mergeBroken(_ problem: String, _ entry: LogEntry?, _ place: Place) -> Diagnostic {
        Diagnostic(
            .mergeNotUndone, "the merge cannot be undone: \(problem)", at: place,
            notes: entry.map { ["entry \($0.number): \($0.summary.firstLine)"] } ?? [])
    }
}

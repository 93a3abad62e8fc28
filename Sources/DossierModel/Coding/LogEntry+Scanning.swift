/// Reading an entry of the log as this program writes it, which is how nearly all stand.
extension LogEntry {
    /// Reads the entry of a command, or of steps that were taken back or again, from its line without making values of JSON
    /// first; nil where it is another one, or the general reader has to look at it.
    public init?(scanning bytes: UnsafeBufferPointer<UInt8>) {
        var scanner = JSONScanner(bytes, limits: .log)
        do throws(JSONError) {
            guard let entry = try scanner.entry() else { return nil }
            try scanner.finish()
            self = entry
        } catch {
            return nil
        }
    }
}

extension JSONScanner {
    fileprivate mutating func entry() throws(JSONError) -> LogEntry? {
        try enterObject()
        guard try isNext("entry") else { return nil }
        let number = try integer()
        guard try isNext("at") else { return nil }
        let time = text(of: try string())
        guard try isNext("by") else { return nil }
        let author = text(of: try string())
        guard let key = try nextKey() else { return nil }
        let action: LogEntry.Action
        if matches(key, "command") {
            let command = text(of: try string())
            guard let changes = try changes() else { return nil }
            action = .command(command, changes: changes)
        } else if matches(key, "undo") {
            let steps = try integers()
            guard !steps.isEmpty, let changes = try changes() else { return nil }
            action = .undo(steps, changes: changes)
        } else if matches(key, "redo") {
            let steps = try integers()
            guard !steps.isEmpty, let changes = try changes() else { return nil }
            action = .redo(steps, changes: changes)
        } else {
            return nil
        }
        guard try isNext("previous") else { return nil }
        _ = try string()
        guard try isNext("hash") else { return nil }
        _ = try string()
        guard try nextKey() == nil else { return nil }
        return LogEntry(number: number, at: time, by: author, action: action)
    }

    private mutating func isNext(_ name: StaticString) throws(JSONError) -> Bool {
        guard let key = try nextKey() else { return false }
        return matches(key, name)
    }

    /// Reads a whole number, or a list of such.
    public mutating func integers() throws(JSONError) -> [Int] {
        if try nextKind() == .number { return [try integer()] }
        var numbers: [Int] = []
        try enterArray()
        while try nextElement() { numbers.append(try integer()) }
        return numbers
    }

    private mutating func changes() throws(JSONError) -> [Change]? {
        guard try isNext("changes") else { return nil }
        var changes: [Change] = []
        try enterArray()
        while try nextElement() {
            guard let change = try change() else { return nil }
            changes.append(change)
        }
        return changes
    }

    private mutating func change() throws(JSONError) -> Change? {
        try enterObject()
        var (old, new): (Record?, Record?)
        var place = Change.Place.last
        var key = try nextKey()
        if let first = key, matches(first, "put") {
            guard let record = try record(nil) else { return nil }
            new = record
        } else if let first = key, matches(first, "drop") {
            _ = try string()
        } else {
            return nil
        }
        key = try nextKey()
        if let next = key, matches(next, "was") {
            guard let record = try record(nil) else { return nil }
            old = record
            key = try nextKey()
        }
        if let next = key, matches(next, "after") {
            if try nextKind() == .null {
                try null()
                place = .first
            } else {
                guard let id = try? Identifier(text(of: try string())) else { return nil }
                place = .after(id)
            }
            key = try nextKey()
        }
        var isRenamed = false
        if let next = key, matches(next, "renamed") {
            isRenamed = try bool()
            key = try nextKey()
        }
        guard key == nil, new != nil || old != nil else { return nil }
        return Change(old: old, new: new, place: place, isRenamed: isRenamed)
    }
}

/// Entries of the log as JSON, in the form in which the log holds them.
extension JSONWriter {
    /// Writes an entry and the hash of the one before as an object that is not closed yet, since its own hash follows.
    mutating func write(_ entry: LogEntry, previous: String) {
        beginObject()
        key("entry")
        integer(entry.number)
        key("at")
        string(entry.at)
        key("by")
        string(entry.by)
        write(entry.action)
        key("previous")
        string(previous)
    }

    private mutating func write(_ action: LogEntry.Action) {
        switch action {
        case .command(let command, let changes):
            key("command")
            string(command)
            write(changes)
        case .undo(let number, let changes):
            key("undo")
            integer(number)
            write(changes)
        case .redo(let number, let changes):
            key("redo")
            integer(number)
            write(changes)
        case .begin(let what):
            key("begin")
            string(what)
        case .end(let number):
            key("end")
            integer(number)
        case .saved(let state):
            key("saved")
            write(state)
        }
    }

    private mutating func write(_ changes: [Change]) {
        if changes.isEmpty { return }
        key("changes")
        beginArray()
        for change in changes { change.write(to: &self) }
        endArray()
    }

    private mutating func write(_ state: SavedState) {
        beginObject()
        key("size")
        integer(state.size)
        key("modified")
        string(state.modified)
        key("sha256")
        string(state.digest)
        key("given")
        beginObject()
        for kind in Kind.listed {
            guard let number = state.retired.highest[kind] else { continue }
            key(kind.rawValue)
            integer(number)
        }
        endObject()
        key("retired")
        beginArray()
        for id in state.retired.named.sorted() { string(id.text) }
        endArray()
        if state.isForeign {
            key("foreign")
            bool(true)
        }
        endObject()
    }
}

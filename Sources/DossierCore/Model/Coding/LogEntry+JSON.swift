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
        case .undo(let numbers, let changes):
            key("undo")
            write(numbers)
            write(changes)
        case .redo(let numbers, let changes):
            key("redo")
            write(numbers)
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
        case .base(let base):
            key("base")
            write(base)
        }
    }

    /// Writes one number as a number, several as a list.
    private mutating func write(_ numbers: [Int]) {
        if numbers.count == 1 {
            integer(numbers[0])
            return
        }
        beginArray()
        for number in numbers { integer(number) }
        endArray()
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
        write(state.retired)
        if state.isForeign {
            key("foreign")
            bool(true)
        }
        endObject()
    }

    private mutating func write(_ base: LogBase) {
        beginObject()
        key("sha256")
        string(base.digest)
        write(base.retired)
        if let archive = base.archive {
            key("archive")
            string(archive)
        }
        key("state")
        write(base.state)
        endObject()
    }

    /// Writes the ids that were given: `"given":{"event":4},"retired":["nis"]`.
    private mutating func write(_ given: GivenIdentifiers) {
        key("given")
        beginObject()
        for kind in Kind.listed {
            let number = given.highestNumber(of: kind)
            if number == 0 { continue }
            key(kind.rawValue)
            integer(number)
        }
        endObject()
        key("retired")
        beginArray()
        for id in given.named.sorted() { string(id.text) }
        endArray()
    }
}

/// Entries of the log as JSON, in the form in which the log holds them.
extension JSONWriter {
    /// Writes an entry as an object that is not closed, since its hash and that of the entry before follow.
    ///
    /// - Parameter stamp: its time and author, as `members(at:by:)` has them.
    public mutating func write(_ entry: LogEntry, stamp: [UInt8]) {
        beginEntry(entry.number, stamp: stamp)
        write(entry.action)
    }

    private mutating func beginEntry(_ number: Int, stamp: [UInt8]) {
        beginObject()
        key(plain: "entry")
        integer(number)
        stamp.withUnsafeBufferPointer { raw($0) }
    }

    /// Writes the entry of a command that puts one record, which stands somewhere in memory as in a state.
    public mutating func write(
        _ number: Int, stating record: WrittenRecord, command: UnsafeBufferPointer<UInt8>, stamp: [UInt8]
    ) {
        beginEntry(number, stamp: stamp)
        key(plain: "command")
        string(utf8: command)
        key(plain: "changes")
        beginArray()
        beginObject()
        key(plain: "put")
        write(record.kind, record.bytes)
        if let old = record.old {
            key(plain: "was")
            write(record.kind, old)
        }
        endObject()
        endArray()
    }

    private mutating func write(_ kind: Kind, _ record: UnsafeBufferPointer<UInt8>) {
        style = .spaced
        beginObject()
        key(plain: "kind")
        string(kind.rawValue)
        raw(record.members)
        style = .dense
        endObject()
    }

    /// The members of an entry that say when it was written and who worked, without the braces around them.
    public static func members(at time: String, by author: String) -> [UInt8] {
        var writer = JSONWriter(style: .dense)
        writer.key(plain: "at")
        writer.string(time)
        writer.key(plain: "by")
        writer.string(author)
        return writer.bytes
    }

    private mutating func write(_ action: LogEntry.Action) {
        switch action {
        case .command(let command, let changes):
            key(plain: "command")
            string(command)
            write(changes)
        case .undo(let numbers, let changes):
            key(plain: "undo")
            write(numbers)
            write(changes)
        case .redo(let numbers, let changes):
            key(plain: "redo")
            write(numbers)
            write(changes)
        case .outside(let change):
            key(plain: "outside")
            write(change)
            write(change.changes)
        case .begin(let what):
            key(plain: "begin")
            string(what)
        case .end(let number):
            key(plain: "end")
            integer(number)
        case .saved(let state):
            key(plain: "saved")
            write(state)
        case .base(let base):
            key(plain: "base")
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
        key(plain: "changes")
        beginArray()
        changes.withUnsafeBufferPointer { changes in
            for index in changes.indices { changes[index].write(to: &self) }
        }
        endArray()
    }

    private mutating func write(_ change: OutsideChange) {
        beginObject()
        key(plain: "sha256")
        string(change.digest)
        if let members = change.members {
            key(plain: "members")
            write(.object(JSONObject(members: members)))
        }
        endObject()
    }

    private mutating func write(_ state: SavedState) {
        beginObject()
        key(plain: "size")
        integer(state.size)
        key(plain: "modified")
        string(state.modified)
        key(plain: "sha256")
        string(state.digest)
        write(state.given)
        if state.isForeign {
            key(plain: "foreign")
            bool(true)
        }
        endObject()
    }

    private mutating func write(_ base: LogBase) {
        beginObject()
        key(plain: "sha256")
        string(base.digest)
        write(base.given)
        if let archive = base.archive {
            key(plain: "archive")
            string(archive)
        }
        key(plain: "state")
        write(base.state)
        endObject()
    }

    /// Writes which ids are not free: the highest number of each kind, and those of records that were dropped, the names and
    /// then the numbers, in runs: `"given":{"event":12},"retired":["nis"],"dropped":["e3..e9","e12"]`. Where nothing tells
    /// which numbers were dropped, `"assumed":{"event":4}` says up to which.
    private mutating func write(_ given: GivenIdentifiers) {
        key(plain: "given")
        write(numbers: given.highestNumber)
        key(plain: "retired")
        beginArray()
        for id in given.retiredNames.sorted() { string(id.text) }
        endArray()
        key(plain: "dropped")
        beginArray()
        for kind in Kind.listed {
            for run in given.retiredRuns(of: kind) {
                let first = Identifier(kind, number: run.lowerBound).text
                string(run.count == 1 ? first : "\(first)..\(Identifier(kind, number: run.upperBound))")
            }
        }
        endArray()
        if Kind.listed.allSatisfy({ given.highestAssumed(of: $0) == 0 }) { return }
        key(plain: "assumed")
        write(numbers: given.highestAssumed)
    }

    private mutating func write(numbers: (Kind) -> Int) {
        beginObject()
        for kind in Kind.listed where numbers(kind) > 0 {
            key(kind.rawValue)
            integer(numbers(kind))
        }
        endObject()
    }
}

/// An entry of the log as one line of JSON, chained to the one before it.
///
///     {"entry":43,"at":"…Z","by":"…","command":"…","changes":[…],"previous":"…","hash":"…"}
///
/// The hash is the SHA-256 of the line's bytes up to the comma before `"hash"`; `previous` is the hash of the entry before,
/// nothing in the first.
struct LogLine {
    let entry: LogEntry
    let previous: String
    let hash: String
    let bytes: [UInt8]

    /// Writes an entry.
    init(_ entry: LogEntry, previous: String) {
        var writer = JSONWriter(style: .dense)
        writer.write(.object(LogLine.members(of: entry, previous: previous)))
        var bytes = writer.bytes
        bytes.removeLast()
        let hash = Digest.of(bytes)
        bytes += Array(",\"hash\":\"\(hash)\"}\n".utf8)
        self.entry = entry
        self.previous = previous
        self.hash = hash
        self.bytes = bytes
    }

    /// Reads a line, its end not included.
    ///
    /// - Throws: a value error where it is no entry, or not the one that its hash names.
    init(reading bytes: ArraySlice<UInt8>) throws(ValueError) {
        let line = Array(bytes)
        let tail = 75
        let mark = Array(",\"hash\":\"".utf8)
        guard line.count > tail, line[(line.count - tail)...].starts(with: mark) else {
            throw ValueError("it does not end in a hash")
        }
        let json: JSONValue
        do { json = try JSONReader.read(line, duplicateKeys: .refused) } catch {
            throw ValueError("byte \(error.offset + 1): \(error.problem)")
        }
        guard case .object(let object) = json, case .string(let hash)? = object["hash"],
            case .string(let previous)? = object["previous"]
        else { throw ValueError("it is no entry") }
        guard Digest.of(Array(line[..<(line.count - tail)])) == hash else {
            throw ValueError("its hash is not that of its bytes")
        }
        self.entry = try LogLine.entry(of: object)
        self.previous = previous
        self.hash = hash
        self.bytes = line + [0x0A]
    }

    private static func members(of entry: LogEntry, previous: String) -> JSONObject {
        var members = [
            JSONMember(key: "entry", value: .number(JSONNumber(entry.number))),
            JSONMember(key: "at", value: .string(entry.at)), JSONMember(key: "by", value: .string(entry.by)),
        ]
        switch entry.action {
        case .command(let command, _): members.append(JSONMember(key: "command", value: .string(command)))
        case .undo(let number, _): members.append(JSONMember(key: "undo", value: .number(JSONNumber(number))))
        case .redo(let number, _): members.append(JSONMember(key: "redo", value: .number(JSONNumber(number))))
        case .begin(let what): members.append(JSONMember(key: "begin", value: .string(what)))
        case .end(let number): members.append(JSONMember(key: "end", value: .number(JSONNumber(number))))
        case .saved(let state): members.append(JSONMember(key: "saved", value: json(of: state)))
        }
        if !entry.changes.isEmpty {
            members.append(JSONMember(key: "changes", value: .array(entry.changes.map(\.json))))
        }
        members.append(JSONMember(key: "previous", value: .string(previous)))
        return JSONObject(members: members)
    }

    private static func json(of state: SavedState) -> JSONValue {
        let highest = Kind.listed.compactMap { kind in
            state.retired.highest[kind].map { JSONMember(key: kind.rawValue, value: .number(JSONNumber($0))) }
        }
        return .object([
            "size": .number(JSONNumber(state.size)), "modified": .string(state.modified),
            "sha256": .string(state.digest),
            "given": .object(JSONObject(members: highest)),
            "retired": .array(state.retired.named.sorted().map { .string($0.text) }),
        ])
    }
}

extension LogLine {
    private static func entry(of object: JSONObject) throws(ValueError) -> LogEntry {
        guard case .number(let number)? = object["entry"], let number = number.integer,
            case .string(let at)? = object["at"], case .string(let by)? = object["by"]
        else { throw ValueError("it has no number, time and author") }
        var changes: [Change] = []
        if case .array(let elements)? = object["changes"] {
            for element in elements { changes.append(try Change(json: element)) }
        }
        return LogEntry(number: number, at: at, by: by, action: try action(of: object, changes))
    }

    private static func action(of object: JSONObject, _ changes: [Change]) throws(ValueError) -> LogEntry.Action {
        if case .string(let command)? = object["command"] { return .command(command, changes: changes) }
        if let number = integer(object["undo"]) { return .undo(number, changes: changes) }
        if let number = integer(object["redo"]) { return .redo(number, changes: changes) }
        if case .string(let what)? = object["begin"] { return .begin(what) }
        if let number = integer(object["end"]) { return .end(number) }
        if case .object(let saved)? = object["saved"] { return .saved(try state(of: saved)) }
        throw ValueError("it does not say what was done")
    }

    private static func state(of object: JSONObject) throws(ValueError) -> SavedState {
        guard let size = integer(object["size"]), case .string(let modified)? = object["modified"],
            case .string(let digest)? = object["sha256"]
        else { throw ValueError("it does not name a state") }
        var retired = GivenIdentifiers()
        if case .object(let given)? = object["given"] {
            for member in given.members {
                if let kind = Kind(word: member.key), let number = integer(member.value) {
                    retired.highest[kind] = number
                }
            }
        }
        if case .array(let names)? = object["retired"] {
            for case .string(let name) in names { retired.named.insert(try Identifier(name)) }
        }
        return SavedState(size: size, modified: modified, digest: digest, retired: retired)
    }

    private static func integer(_ json: JSONValue?) -> Int? {
        if case .number(let number)? = json { return number.integer }
        return nil
    }
}

import DossierModel
import DossierTime

extension LogLine {
    /// The entry of a line's JSON.
    static func entry(of object: JSONObject) throws(ValueError) -> LogEntry {
        guard case .number(let number)? = object["entry"], let number = number.integer,
            case .string(let at)? = object["at"], case .string(let by)? = object["by"]
        else { throw ValueError("it does not have a number, a time and an author") }
        var changes: [Change] = []
        if case .array(let elements)? = object["changes"] {
            for element in elements { changes.append(try Change(json: element)) }
        }
        return LogEntry(number: number, at: at, by: by, action: try action(of: object, changes))
    }

    private static func action(of object: JSONObject, _ changes: [Change]) throws(ValueError) -> LogEntry.Action {
        if case .string(let command)? = object["command"] { return .command(command, changes: changes) }
        if let numbers = integers(object["undo"]) { return .undo(numbers, changes: changes) }
        if let numbers = integers(object["redo"]) { return .redo(numbers, changes: changes) }
        if case .object(let outside)? = object["outside"] { return .outside(try OutsideChange(outside, changes)) }
        if case .string(let what)? = object["begin"] { return .begin(what) }
        if let number = integer(object["end"]) { return .end(number) }
        if case .object(let saved)? = object["saved"] { return .saved(try state(of: saved)) }
        if case .object(let base)? = object["base"] { return .base(try LogBase(base)) }
        throw ValueError("it does not say what was done")
    }

    private static func state(of object: JSONObject) throws(ValueError) -> SavedState {
        guard let size = integer(object["size"]), case .string(let modified)? = object["modified"],
            case .string(let digest)? = object["sha256"]
        else { throw ValueError("it does not name a state") }
        return SavedState(
            size: size, modified: modified, digest: digest, given: try GivenIdentifiers(object),
            isForeign: object["foreign"] == .bool(true))
    }

    fileprivate static func integer(_ json: JSONValue?) -> Int? {
        if case .number(let number)? = json { return number.integer }
        return nil
    }

    private static func integers(_ json: JSONValue?) -> [Int]? {
        if let number = integer(json) { return [number] }
        guard case .array(let elements)? = json, !elements.isEmpty else { return nil }
        let numbers = elements.compactMap { integer($0) }
        return numbers.count == elements.count ? numbers : nil
    }
}

/// What a line holds of the ids that are not free.
extension GivenIdentifiers {
    init(_ object: JSONObject) throws(ValueError) {
        self.init()
        for (kind, number) in GivenIdentifiers.numbers(object["given"]) { take(number, of: kind) }
        for (kind, number) in GivenIdentifiers.numbers(object["assumed"]) { assumeRetired(to: number, of: kind) }
        if case .array(let names)? = object["retired"] {
            for case .string(let name) in names { retire(try Identifier(name)) }
        }
        if case .array(let runs)? = object["dropped"] {
            for case .string(let run) in runs { try retire(run) }
        } else {
            // Version 0.1.0 did not tell numbers that were dropped from others.
            assumeRetired()
        }
    }

    private static func numbers(_ json: JSONValue?) -> [(Kind, Int)] {
        guard case .object(let object)? = json else { return [] }
        return object.members.compactMap { member in
            guard let kind = Kind(word: member.key), let number = LogLine.integer(member.value) else { return nil }
            return (kind, number)
        }
    }

    /// Retires the numbers of a run of ids: `e3..e9`, or one id.
    private mutating func retire(_ run: String) throws(ValueError) {
        let ends = run.split(separator: ".", omittingEmptySubsequences: true).map {
            Identifier(known: String($0)).given
        }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first.kind == last.kind,
            first.number <= last.number
        else { throw ValueError("'\(run)' is not a run of ids") }
        retire(first.number...last.number, of: first.kind)
    }
}

extension LogBase {
    init(_ object: JSONObject) throws(ValueError) {
        guard case .string(let digest)? = object["sha256"], let state = object["state"] else {
            throw ValueError("it does not contain the state that it continues from")
        }
        self.init(state: state, digest: digest, given: try GivenIdentifiers(object))
        if case .string(let name)? = object["archive"] { archive = name }
    }
}

extension OutsideChange {
    init(_ object: JSONObject, _ changes: [Change]) throws(ValueError) {
        guard case .string(let digest)? = object["sha256"] else {
            throw ValueError("it does not name the file that was accepted")
        }
        self.init(digest: digest, changes: changes)
        if case .object(let members)? = object["members"] { self.members = members.members }
    }
}

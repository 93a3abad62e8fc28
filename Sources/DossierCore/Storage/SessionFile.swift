/// The state of a session as JSON: one record a line, in the order made, nothing in it that is not known.
public enum SessionFile {
    /// The format that is written, and the newest that is read.
    public static let format = 1

    /// The bytes of a session's state.
    public static func bytes(of session: Session) -> [UInt8] {
        var text = "{\n\"dossier\": " + header(of: session).text
        for kind in Kind.listed {
            text += ",\n\"\(kind.plural)\": ["
            var isFirst = true
            for record in session.records(of: kind) {
                text += (isFirst ? "\n" : ",\n") + record.json().text
                isFirst = false
            }
            text += isFirst ? "]" : "\n]"
        }
        for member in session.unknownMembers {
            text += ",\n" + JSONValue.string(member.key).text + ": " + member.value.text
        }
        return Array((text + "\n}\n").utf8)
    }

    private static func header(of session: Session) -> JSONValue {
        guard case .object(let object) = session.header.json() else { return .null }
        let format = JSONMember(key: "format", value: .number(JSONNumber(SessionFile.format)))
        return .object(JSONObject(members: [format] + object.members))
    }

    /// Reads a state.
    ///
    /// - Throws: a storage error where the bytes are no session, or one of a newer format.
    static func session(from bytes: [UInt8], path: String) throws(StorageError) -> Session {
        let json: JSONValue
        do { json = try JSONReader.read(bytes, duplicateKeys: .refused) } catch {
            throw StorageError(
                "'\(path)' is no session: line \(error.line), column \(error.column): \(error.problem)", exit: .badData)
        }
        guard case .object(let object) = json, case .object(let head)? = object["dossier"] else {
            throw StorageError("'\(path)' is no session: there is no \"dossier\" in it", exit: .badData)
        }
        guard case .number(let number)? = head["format"], let version = number.integer, version > 0 else {
            throw StorageError("'\(path)' is no session: it does not say its format", exit: .badData)
        }
        if version > format {
            throw StorageError(
                "'\(path)' has format \(version); this program reads up to \(format)",
                notes: ["a newer dossier reads it"],
                exit: .badData)
        }
        do throws(ValueError) {
            return try session(of: object, head: head)
        } catch {
            throw StorageError("'\(path)' is no session: \(error.problem)", exit: .badData)
        }
    }

    /// Whether bytes that are no session are a damaged one, not the file of something else or of a newer program.
    static func isDamaged(_ bytes: [UInt8]) -> Bool {
        guard let json = try? JSONReader.read(bytes, duplicateKeys: .refused) else { return true }
        guard case .object(let object) = json, case .object(let head)? = object["dossier"],
            case .number(let number)? = head["format"], let version = number.integer
        else { return false }
        return version <= format
    }

    private static func session(of object: JSONObject, head: JSONObject) throws(ValueError) -> Session {
        var session = Session()
        var fields = head
        fields["format"] = nil
        let header = try Record(.session, json: .object(fields))
        if !header.entries.isEmpty { session.apply(.put(header)) }
        for member in object.members where member.key != "dossier" {
            guard let kind = Kind.listed.first(where: { $0.plural == member.key }) else {
                session.unknownMembers.append(member)
                continue
            }
            guard case .array(let elements) = member.value else { throw ValueError("\"\(member.key)\" is a list") }
            for element in elements {
                let record = try Record(kind, json: element)
                if session[record.id] != nil { throw ValueError("the id '\(record.id)' stands twice") }
                session.apply(.put(record))
            }
        }
        return session
    }
}

/// A record for programs: its kind and fields, with the bounds of its times beside them.
enum RecordJSON {
    static func value(of record: Record) -> JSONValue {
        guard case .object(let object) = record.json(kind: true) else { return .null }
        guard let when = record.when(.when) else { return .object(object) }
        var members: [JSONMember] = []
        for member in object.members {
            members.append(member)
            if member.key == FieldName.when.text {
                members.append(JSONMember(key: "earliest", value: .string(when.earliestDay)))
                members.append(JSONMember(key: "latest", value: .string(when.latestDay)))
            }
        }
        return .object(JSONObject(members: members))
    }
}

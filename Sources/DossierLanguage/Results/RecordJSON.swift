import DossierModel
import DossierTime

/// A record for programs: its kind and fields, with the bounds of its times beside them.
public enum RecordJSON {
    /// A record as `--json` shows it.
    public static func value(of record: Record) -> JSONValue {
        guard case .object(let object) = record.json(kind: true) else { return .null }
        guard let when = record.when(.when) else { return .object(object) }
        var members: [JSONMember] = []
        for member in object.members {
            members.append(member)
            if member.key == FieldName.when.text { members += bounds(of: when) }
        }
        return .object(JSONObject(members: members))
    }

    /// The first and the last day that a time may mean.
    public static func bounds(of when: When) -> [JSONMember] {
        [
            JSONMember(key: "earliest", value: .string(when.earliestDay)),
            JSONMember(key: "latest", value: .string(when.latestDay)),
        ]
    }
}

/// What stands in a state beside its records: the header, which list begins and ends where, what is not known.
///
///     {
///     "dossier": {"format": 1, "title": "…"},
///     "sources": [
///     {"id": "s1", …}
///     ],
///     "entities": [],
public struct StateLayout {
    /// The format that is written, and the newest that is read.
    public static let format = 1

    private(set) var header = Record(.session, .session)
    private(set) var lists: [List] = []
    private(set) var unknownMembers: [JSONMember] = []

    /// The list of the records of a kind.
    struct List {
        let kind: Kind
        /// From behind its bracket to behind its last record.
        let bytes: Range<Int>
    }

    /// Reads the lines that hold no record; nil where they are not laid out as this program lays them out.
    init?(_ bytes: StateBytes, _ lines: StateLines) {
        var open: (kind: Kind, start: Int)?
        var hasHeader = false
        var isClosed = false
        // What ends without a comma is the last.
        var isLast = false
        for (index, start) in lines.others.enumerated() {
            if isClosed { return nil }
            let line = StateLayout.line(bytes, from: start)
            if index == 0 {
                guard line == "{" else { return nil }
            } else if let list = open {
                guard line == "]" || line == "]," else { return nil }
                lists.append(List(kind: list.kind, bytes: list.start..<(start - 1)))
                open = nil
                isLast = line == "]"
            } else if line == "}" {
                guard isLast else { return nil }
                isClosed = true
            } else {
                guard !isLast, let member = StateLayout.member(of: line) else { return nil }
                isLast = line.utf8.last != UInt8(ascii: ",") && line.utf8.last != UInt8(ascii: "[")
                if member.key == "dossier" {
                    guard !hasHeader, let header = StateLayout.header(of: member.value) else { return nil }
                    hasHeader = true
                    self.header = header
                } else if let kind = Kind.listed.first(where: { $0.plural == member.key }) {
                    if lists.contains(where: { $0.kind == kind }) { return nil }
                    if line.utf8.last == UInt8(ascii: "[") {
                        open = (kind, start + line.utf8.count)
                    } else if case .array([]) = member.value {
                        lists.append(List(kind: kind, bytes: start..<start))
                    } else {
                        return nil
                    }
                } else {
                    unknownMembers.append(member)
                }
            }
        }
        guard hasHeader, isClosed, open == nil, lists.map(\.kind) == Kind.listed else { return nil }
    }

    private static func line(_ bytes: StateBytes, from start: Int) -> String {
        var end = start
        while end < bytes.count, bytes.first[end] != 0x0A { end += 1 }
        return bytes.text(start..<end)
    }

    /// The one member of a line, without the comma after it; an open list counts as an empty one.
    private static func member(of line: String) -> JSONMember? {
        let isOpen = line.utf8.last == UInt8(ascii: "[")
        let whole = line.utf8.last == UInt8(ascii: ",") ? String(line.dropLast()) : line
        guard let json = try? JSONReader.read("{" + whole + (isOpen ? "]}" : "}"), duplicateKeys: .refused),
            case .object(let object) = json, object.members.count == 1
        else { return nil }
        return object.members[0]
    }

    private static func header(of json: JSONValue) -> Record? {
        guard case .object(var fields) = json, case .number(let format)? = fields["format"],
            format.integer == StateLayout.format
        else { return nil }
        fields["format"] = nil
        return try? Record(.session, json: .object(fields))
    }
}

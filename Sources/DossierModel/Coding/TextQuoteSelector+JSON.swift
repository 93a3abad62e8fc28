import DossierTime

/// A quote as JSON: the members of a TextQuoteSelector, the start and end of a TextPositionSelector, and the source.
extension TextQuoteSelector {
    var json: JSONValue {
        var members = [JSONMember(key: "exact", value: .string(exact))]
        if !prefix.isEmpty { members.append(JSONMember(key: "prefix", value: .string(prefix))) }
        if !suffix.isEmpty { members.append(JSONMember(key: "suffix", value: .string(suffix))) }
        if let position {
            members.append(JSONMember(key: "start", value: .number(JSONNumber(position.lowerBound))))
            members.append(JSONMember(key: "end", value: .number(JSONNumber(position.upperBound))))
        }
        members.append(JSONMember(key: "source", value: .string(source.text)))
        return .object(JSONObject(members: members + unknownMembers))
    }

    private static let known: Set<String> = ["exact", "prefix", "suffix", "start", "end", "source"]

    init(json: JSONValue) throws(ValueError) {
        guard case .object(let object) = json, case .string(let exact)? = object["exact"],
            case .string(let source)? = object["source"]
        else { throw ValueError("a quote must be an object with the exact words and their source") }
        var position: Range<Int>?
        if object["start"] != nil || object["end"] != nil {
            guard let first = object["start"]?.integer, let last = object["end"]?.integer, first >= 0, last >= first
            else { throw ValueError("the start and end of a quote must be numbers of characters") }
            position = first..<last
        }
        func text(_ key: String) throws(ValueError) -> String {
            guard let value = object[key] else { return "" }
            guard case .string(let text) = value else { throw ValueError("the \(key) of a quote must be text") }
            return text
        }
        self.init(
            source: try Identifier(source), exact: exact, prefix: try text("prefix"), suffix: try text("suffix"),
            position: position)
        unknownMembers = object.members.filter { !TextQuoteSelector.known.contains($0.key) }
    }
}

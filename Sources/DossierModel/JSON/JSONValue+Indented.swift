extension JSONValue {
    /// The value as JSON over several lines, two spaces a level; what fits into the width stands on one line.
    ///
    /// - Parameter width: the greatest length of a line in bytes; a scalar or an empty value may be longer.
    public func indented(width: Int) -> String { indented(width: width, level: 0, taken: 0) }

    /// - Parameters:
    ///   - level: how many levels stand around the value.
    ///   - taken: how many bytes of the line are taken by what stands before and after the value.
    private func indented(width: Int, level: Int, taken: Int) -> String {
        let line = text
        if line.utf8.count + taken <= width { return line }
        let inner = String(repeating: "  ", count: level + 1)
        let end = "\n" + inner.dropLast(2)
        switch self {
        case .array(let elements) where !elements.isEmpty:
            let lines = elements.map {
                inner + $0.indented(width: width, level: level + 1, taken: inner.utf8.count + 1)
            }
            return "[\n" + lines.joined(separator: ",\n") + end + "]"
        case .object(let object) where !object.members.isEmpty:
            let lines = object.members.map { member in
                let start = inner + JSONValue.string(member.key).text + ": "
                return start + member.value.indented(width: width, level: level + 1, taken: start.utf8.count + 1)
            }
            return "{\n" + lines.joined(separator: ",\n") + end + "}"
        default: return line
        }
    }
}

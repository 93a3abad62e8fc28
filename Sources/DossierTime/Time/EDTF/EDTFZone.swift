/// Offsets from UTC.
public enum EDTFZone {
    /// An offset in minutes as EDTF writes it.
    public static func text(_ minutes: Int) -> String {
        guard minutes != 0 else { return "Z" }
        let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
        return (minutes < 0 ? "-" : "+") + Day.padded(hours, to: 2) + ":" + Day.padded(rest, to: 2)
    }

    /// Reads an offset, and writes it as EDTF does: `+3`, `+03:00`, `UTC+3`, `Z`.
    public static func read(_ text: String) throws(ValueError) -> String {
        let tokens = WordsTokenizer.tokens(of: text)
        switch tokens.first?.kind {
        case .offset(let minutes)? where tokens.count == 1: return self.text(minutes)
        case .word("z")? where tokens.count == 1, .word("utc")? where tokens.count == 1: return "Z"
        default:
            throw ValueError("'\(text)' is not an offset from UTC", expectation: "an offset such as +03:00 or Z")
        }
    }
}

extension When {
    /// The same time with an offset for each local time of day in it.
    public func inZone(_ zone: String) -> When {
        guard isLocal else { return self }
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "T") {
            var end = rest.index(after: start)
            // A point is followed by decimals; two of them are a range.
            while end < rest.endIndex {
                let isPoint =
                    rest[end] == "." && rest.index(after: end) < rest.endIndex && rest[rest.index(after: end)].isNumber
                guard rest[end].isNumber || rest[end] == ":" || isPoint else { break }
                end = rest.index(after: end)
            }
            result += rest[..<end]
            if end == rest.endIndex || !"Z+-".contains(rest[end]) { result += zone }
            rest = rest[end...]
        }
        return (try? When(result + rest)) ?? self
    }
}

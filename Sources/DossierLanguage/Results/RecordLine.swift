import DossierModel
import DossierTime

/// A record in one line: its id, its kind, its time and what names it.
public enum RecordLine {
    /// The line; marks stand right behind the id, where a narrow terminal does not cut them.
    public static func text(_ record: Record, marks: StyledText = "") -> StyledText {
        var line = StyledText(record.id.text, .identifier) + marks + StyledText("  \(kind(of: record))", .faint)
        if let when = record.when(.when) ?? record.when(.said) ?? record.when(.published) {
            line += StyledText("  \(when.text)")
        }
        if record.kind == .link {
            line += "  " + StyledText(relation(of: record), .plain)
            if let text = record.text(.text) { line += "  " + StyledText(text.firstLine) }
        } else if record.title != record.id.text {
            line += "  " + StyledText(record.title.firstLine, .plain)
        }
        return line
    }

    /// The kind, of an entity its type.
    static func kind(of record: Record) -> String {
        record.kind == .entity ? record.text(.type) ?? "entity" : record.kind.rawValue
    }

    /// A link as it is typed: `e2 responds-to e1`.
    public static func relation(of link: Record) -> String {
        let ends = [link.references(.from).first?.text, link.text(.relation), link.references(.to).first?.text]
        return ends.map { $0 ?? "?" }.joined(separator: " ")
    }
}

extension String {
    /// The text up to its first line end, with a mark where more follows.
    public var firstLine: String {
        guard let end = utf8.firstIndex(where: { $0 == UInt8(ascii: "\n") }) else { return self }
        return String(self[..<end]) + " …"
    }
}

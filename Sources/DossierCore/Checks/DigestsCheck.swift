/// The text of a source is the one that was read: its SHA-256 is as it was.
public struct DigestsCheck: Check {
    /// The rule as data.
    public static let definition = CheckDefinition(
        name: "digests", severity: .error, summary: "the text of every source is the one that was read (SHA-256)")

    /// Computes every digest anew.
    public static func findings(in session: Session) -> [Finding] {
        session.records(of: .source).compactMap { source in
            let digest = source.text(.text).map { Digest.of($0) }
            if digest == source.text(.digest) { return nil }
            return Finding(record: source.id, text: "its text is not the one that was read: the SHA-256 differs")
        }
    }
}

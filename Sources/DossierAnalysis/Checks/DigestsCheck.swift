import DossierModel

/// The text of a source is the one that was read: its SHA-256 is as it was.
package struct DigestsCheck: Check {
    package static let name = "digests"

    /// The rule as data.
    package static let definition = CheckDefinition(
        name, .error, of: [.source], reading: [.text, .digest, .file],
        "the text of every source is unchanged since it was read (SHA-256)",
        example: CheckExample(
            .file(["\"sources\": [{\"id\": \"s1\", \"text\": \"altered\", \"sha256\": \"\(Digest.of("read"))\"}]"]),
            finds: ["s1  its text mentions changed since it was read: the SHA-256 differs"],
            remedy: ["set s1 text=\"read again\""]))

    /// Begins.
    package init(_ scope: CheckScope) {}

    /// Computes the digest anew.
    package mutating func findings(of source: Record) -> [Finding] {
        // Of a file whose text is not kept the digest stands alone.
        if source[.text].isEmpty, !source[.file].isEmpty { return [] }
        let digest = source.text(.text).map { Digest.of($0) }
        if digest == source.text(.digest) { return [] }
        return [Finding(source.id, "its text mentions changed since it was read: the SHA-256 differs")]
    }
}

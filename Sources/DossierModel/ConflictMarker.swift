/// The lines between which git puts both sides of a conflict (git-merge(1), "How conflicts are presented").
public enum ConflictMarker {
    private static let marks = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"]

    /// The marker that a line begins with; nil where it begins with none.
    public static func mark(of line: some Sequence<UInt8>) -> String? { marks.first { line.starts(with: $0.utf8) } }
}

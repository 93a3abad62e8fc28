import DossierModel

/// Names in a line: the first of them, and how many more there are.
public enum NameList {
    /// The ids, with commas between them.
    public static func text(of ids: some RandomAccessCollection<Identifier>) -> String {
        let shown = ids.prefix(8).map(\.text).joined(separator: ", ")
        return ids.count > 8 ? "\(shown) and \(ids.count - 8) more" : shown
    }
}

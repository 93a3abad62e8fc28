/// How JSON on one line is spaced.
public enum JSONStyle: Sendable, Hashable {
    /// A space after each comma and colon, as in the saved state: `{"id": "s1", "tags": []}`.
    case spaced
    /// No space at all, as around the records of the log: `{"entry":43,"changes":[]}`.
    case dense
}

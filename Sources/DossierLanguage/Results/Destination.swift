/// A file that a command writes, as the user names it.
public struct Destination: Sendable {
    /// Its absolute path; links in it are not followed.
    public let path: String
    /// As it was typed.
    public let name: String
    /// Whether a file that is there may go.
    public let overwrites: Bool
    /// Where the command names it.
    public let place: Place

    /// Makes a destination of its parts.
    public init(path: String, name: String, overwrites: Bool, place: Place) {
        self.path = path
        self.name = name
        self.overwrites = overwrites
        self.place = place
    }
}

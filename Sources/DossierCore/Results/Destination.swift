/// A file that a command writes, as the user names it.
public struct Destination: Sendable {
    /// Its absolute path; links in it are not followed.
    let path: String
    /// As it was typed.
    let name: String
    /// Whether a file that is there may go.
    let overwrites: Bool
    /// Where the command names it.
    let place: Place
}

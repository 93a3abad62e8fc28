/// A file that is written into a folder which a command names.
public struct FolderFile: Sendable {
    /// Its path below the folder; `/` stands between the parts of it.
    public let path: String
    /// What it holds.
    public let bytes: [UInt8]

    /// Makes a file of its parts.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Makes a file of text.
    public init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}

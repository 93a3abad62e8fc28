/// The names of temporary files: `.report.json.dossier-5f0c9a7be1d24683` beside `report.json`.
enum TemporaryName {
    private static let mark = ".dossier-"
    private static let digitCount = 16
    /// The most bytes that a name in a folder may have (NAME_MAX of Linux).
    private static let limit = 255

    /// A name for the file at a path that nobody has, but by an accident that nobody lives to see.
    static func any(for path: String) -> String {
        let digits = String(UInt64.random(in: 0...UInt64.max), radix: 16)
        let padding = String(repeating: "0", count: digitCount - digits.utf8.count)
        return AtomicFile.path(of: stem(of: path) + padding + digits, in: AtomicFile.folder(of: path))
    }

    /// Whether a name in the folder of a file is one of those that it may have been given.
    static func isOne(_ name: String, for path: String) -> Bool {
        let stem = stem(of: path).utf8
        guard name.utf8.starts(with: stem), name.utf8.count == stem.count + digitCount else { return false }
        return name.utf8.dropFirst(stem.count).allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
        }
    }

    /// What comes before the digits; a name that has no room for them is cut.
    private static func stem(of path: String) -> String {
        var name = Substring(AtomicFile.name(of: path)).unicodeScalars
        while name.reduce(0, { $0 + UTF8.width($1) }) > limit - 1 - mark.utf8.count - digitCount { name.removeLast() }
        return "." + String(name) + mark
    }
}

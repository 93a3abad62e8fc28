/// The package's own files, for tests that read the sources and for data that stands beside tests.
public enum PackageFiles {
    /// The package's root, found from where this file stands.
    public static let root: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(3).joined(separator: "/")
    }()

    /// The paths of all files below a folder, relative to it, in order; hidden ones are left out.
    public static func paths(below folder: String) -> [String] {
        paths(in: root + "/" + folder).sorted()
    }

    private static func paths(in folder: String) -> [String] {
        FileReading.names(in: folder).filter { !$0.hasPrefix(".") }.flatMap { name in
            let path = folder + "/" + name
            return FileReading.isFolder(path) ? paths(in: path).map { name + "/" + $0 } : [name]
        }
    }

    /// Whether a file or a folder is there, by its path below the root.
    public static func exists(_ path: String) -> Bool {
        FileReading.isFolder(root + "/" + path) || FileReading.text(at: root + "/" + path) != nil
    }

    /// The text of a file, by its path below the root; empty where it cannot be read.
    public static func text(_ path: String) -> String { FileReading.text(at: root + "/" + path) ?? "" }
}

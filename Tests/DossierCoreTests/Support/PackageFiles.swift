import Glibc

/// The package's own files, for tests that read the sources and for data that stands beside tests.
enum PackageFiles {
    /// The package's root, found from where this file stands.
    static let root: String = {
        let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        return parts.dropLast(4).joined(separator: "/")
    }()

    /// The paths of all files below a folder, relative to it, in order.
    static func paths(below folder: String) -> [String] {
        paths(in: root + "/" + folder).sorted()
    }

    private static func paths(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var paths: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasPrefix(".") { continue }
            if entry.pointee.d_type == UInt8(DT_DIR) {
                paths += PackageFiles.paths(in: folder + "/" + name).map { name + "/" + $0 }
            } else {
                paths.append(name)
            }
        }
        return paths
    }

    /// The text of a file, by its path below the root; empty where it cannot be read.
    static func text(_ path: String) -> String {
        guard let file = fopen(root + "/" + path, "r") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&block, 1, block.count, file)
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += block[..<count]
        }
    }
}

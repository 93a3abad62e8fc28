import Glibc
import Testing

@testable import DossierCore

/// A folder of its own for one test, gone afterwards.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array((PosixDisk().resolved("/tmp") + "/dossier-test-XXXXXX").utf8CString)
        path = try #require(mkdtemp(&template).map { String(cString: $0) })
    }

    deinit { TemporaryFolder.remove(path) }

    private static func remove(_ path: String) {
        for name in names(in: path) where unlink(path + "/" + name) != 0 { remove(path + "/" + name) }
        rmdir(path)
    }

    private static func names(in path: String) -> [String] {
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// What stands in it.
    var names: [String] { TemporaryFolder.names(in: path) }

    func write(_ text: String, to name: String) throws {
        try PosixDisk().replace(path + "/" + name, with: Array(text.utf8))
    }

    func text(of name: String) -> String? {
        (try? PosixDisk().read(path + "/" + name)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A notebook with this folder as its own, over the real disk.
    func notebook(_ name: String = "a.json", readOnly: Bool = false) throws(StorageError) -> Notebook {
        let surroundings = Surroundings(
            now: { "2024-10-23T09:00:00Z" }, author: "ana", folder: path, files: DiskFiles(PosixDisk()))
        return try Notebook(
            opening: path + "/" + name, surroundings: surroundings, disk: PosixDisk(), readOnly: readOnly)
    }
}

extension Notebook {
    /// Runs commands, their answers left aside.
    func run(_ text: String) throws(Diagnostic) { try run(SourceText(text)) { _ in } }
}

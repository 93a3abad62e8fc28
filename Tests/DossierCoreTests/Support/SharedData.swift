import Glibc

@testable import DossierCore

/// Real data that stands beside the package; a suite that needs it is skipped where it is absent.
enum SharedData {
    static let folder = PackageFiles.root + "/../shared/data"

    static func exists(_ name: String) -> Bool {
        access("\(folder)/\(name)", R_OK) == 0
    }

    static func bytes(of name: String) -> [UInt8] {
        guard let file = fopen("\(folder)/\(name)", "r") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&block, 1, block.count, file)
            if count == 0 { return bytes }
            bytes += block[..<count]
        }
    }

    /// A file of JSON; nil where it is absent.
    static func json(_ name: String) -> JSONValue? {
        exists(name) ? try? JSONReader.read(bytes(of: name)) : nil
    }

    /// The strings of a file that is a list of them; nil where it is absent.
    static func strings(_ name: String) -> [String]? { json(name)?.array?.compactMap(\.string) }

    static func names(in name: String) -> [String] {
        guard let directory = opendir("\(folder)/\(name)") else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let found = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !found.hasPrefix(".") { names.append(found) }
        }
        return names.sorted()
    }
}

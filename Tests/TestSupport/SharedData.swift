import Glibc

/// Data of others that stands beside the package: an addition to the cases of the tests, which do without it.
public enum SharedData {
    /// The folder of the data.
    public static let folder = PackageFiles.root + "/../shared/data"

    /// Whether a file or a folder of that name is there.
    public static func exists(_ name: String) -> Bool { access("\(folder)/\(name)", R_OK) == 0 }

    /// The bytes of a file; none where it is absent.
    public static func bytes(of name: String) -> [UInt8] { FileReading.bytes(at: "\(folder)/\(name)") ?? [] }

    /// What stands in a folder of the data, in order; hidden files are left out.
    public static func names(in name: String) -> [String] {
        FileReading.names(in: "\(folder)/\(name)").filter { !$0.hasPrefix(".") }
    }
}

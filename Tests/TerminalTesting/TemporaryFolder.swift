import Glibc

/// A folder that is there as long as the value that stands for it.
public final class TemporaryFolder {
    /// Its path.
    public let path: String

    /// Makes a folder of its own under the system's folder for such.
    public init() throws {
        var template = Array("/tmp/dossier-tests-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure.notMade }
        path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    }

    deinit {
        Self.removeAll(path)
    }

    private static func removeAll(_ path: String) {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != "." && name != ".." { removeAll(path + "/" + name) }
            }
            closedir(folder)
        }
        remove(path)
    }

    /// Why it cannot be used.
    public enum Failure: Error { case notMade, notWritten }

    /// The path of a file in it.
    public func file(_ name: String) -> String { path + "/" + name }

    /// Writes a file.
    public func write(_ bytes: some Collection<UInt8>, to name: String) throws {
        guard let file = fopen(self.file(name), "w") else { throw Failure.notWritten }
        defer { fclose(file) }
        let bytes = Array(bytes)
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure.notWritten }
    }

    /// The text of a file; empty where there is none.
    public func read(_ name: String) -> String {
        guard let file = fopen(self.file(name), "r") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The permissions of a file.
    public func mode(of name: String) -> UInt32 {
        var status = stat()
        return stat(file(name), &status) == 0 ? status.st_mode & 0o777 : 0
    }
}

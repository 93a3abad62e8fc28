import Glibc

/// A folder of its own for one test, gone with the value that stands for it.
public final class TemporaryFolder {
    /// Its path, in which no link stands.
    public let path: String

    /// Why it cannot be used.
    public enum Failure: Error { case notMade, notWritten(String) }

    /// Makes a folder under the system's folder for such, with files by their names.
    ///
    /// - Throws: `Failure` where the system does not let it.
    public init(_ files: [String: String] = [:]) throws(Failure) {
        var template = Array("/tmp/dossier-tests-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil, let resolved = realpath(template, nil) else { throw .notMade }
        defer { free(resolved) }
        path = String(cString: resolved)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit { TemporaryFolder.removeAll(at: path) }

    private static func removeAll(at path: String) {
        if FileReading.isFolder(path) {
            for name in FileReading.names(in: path) { removeAll(at: path + "/" + name) }
        }
        remove(path)
    }

    /// What stands in it, in order.
    public var names: [String] { FileReading.names(in: path) }

    /// The path of a file in it.
    public func file(_ name: String) -> String { path + "/" + name }

    /// Writes a file; the folders of its name are made.
    ///
    /// - Throws: `Failure.notWritten` with its name.
    public func write(_ bytes: some Collection<UInt8>, to name: String) throws(Failure) {
        let parts = name.split(separator: "/")
        for count in 1..<max(parts.count, 1) { mkdir(file(parts.prefix(count).joined(separator: "/")), 0o755) }
        guard let file = fopen(self.file(name), "we") else { throw .notWritten(name) }
        let bytes = Array(bytes)
        let count = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, count == bytes.count else { throw .notWritten(name) }
    }

    /// Writes a file that holds a text.
    ///
    /// - Throws: `Failure.notWritten` with its name.
    public func write(_ text: String, to name: String) throws(Failure) { try write(text.utf8, to: name) }

    /// Makes a symbolic link in it; whether that went well.
    public func link(_ name: String, to target: String) -> Bool { symlink(target, file(name)) == 0 }

    /// The text of a file in it; nil where there is none.
    public func text(of name: String) -> String? { FileReading.text(at: file(name)) }

    /// The permissions of a file in it; 0 where there is none.
    public func mode(of name: String) -> UInt32 {
        var status = stat()
        return stat(file(name), &status) == 0 ? status.st_mode & 0o777 : 0
    }
}

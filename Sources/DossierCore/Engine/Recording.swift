/// What is typed, kept in a file: each command is on the medium before the next prompt.
protocol Recording: AnyObject {
    /// The file.
    var path: String { get }

    /// Keeps a command that went well; gives what the user should know.
    func append(_ command: String) throws(DiskFailure) -> [String]

    /// Keeps what was typed after `#`.
    func remark(_ text: String) throws(DiskFailure)

    /// Ends the file.
    func close()
}

/// A script that is being recorded: the commands, one after the other.
final class ScriptRecording: Recording {
    let path: String
    private let file: GrowingFile

    init(path: String, disk: any Disk) throws(StorageError) {
        self.path = path
        do { file = try GrowingFile(path: path, disk: disk, mode: .append) } catch {
            throw StorageError(writing: error)
        }
    }

    func append(_ command: String) throws(DiskFailure) -> [String] {
        try file.write(command + "\n")
        return []
    }

    /// A script holds commands and nothing else.
    func remark(_ text: String) {}

    func close() { file.close() }
}

/// A file that grows at its end.
final class GrowingFile {
    private let path: String
    private let disk: any Disk
    private let descriptor: Int32
    private var length: Int

    init(path: String, disk: any Disk, mode: DiskMode) throws(DiskFailure) {
        self.path = path
        self.disk = disk
        length = try disk.status(path)?.size ?? 0
        descriptor = try disk.open(path, mode)
        do { try disk.syncFolder(AtomicFile.folder(of: path)) } catch {
            disk.close(descriptor)
            throw error
        }
    }

    /// Writes a text, and waits until it is on the medium. Where that fails, the file is cut to what it held before.
    func write(_ text: String) throws(DiskFailure) {
        let bytes = Array(text.utf8)
        do throws(DiskFailure) {
            try disk.writeAll(bytes[...], to: descriptor, path: path)
            try disk.sync(descriptor, path: path)
            length += bytes.count
        } catch {
            try? disk.truncate(descriptor, to: length, path: path)
            throw error
        }
    }

    func close() { disk.close(descriptor) }
}

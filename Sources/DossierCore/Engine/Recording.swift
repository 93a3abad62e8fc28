/// A script that is being recorded: each command is on the medium before the next prompt.
final class Recording {
    let path: String
    private let disk: any Disk
    private let descriptor: Int32
    private var length: Int

    init(path: String, disk: any Disk) throws(DiskFailure) {
        self.path = path
        self.disk = disk
        length = try disk.status(path)?.size ?? 0
        descriptor = try disk.open(path, .append)
        do { try disk.syncFolder(AtomicFile.folder(of: path)) } catch {
            disk.close(descriptor)
            throw error
        }
    }

    /// Writes a command. Where that fails, the script is cut to what it held before.
    func append(_ command: String) throws(DiskFailure) {
        let bytes = Array((command + "\n").utf8)
        do throws(DiskFailure) {
            var rest = bytes[...]
            while !rest.isEmpty { rest = rest.dropFirst(try disk.write(rest, to: descriptor, path: path)) }
            try disk.sync(descriptor, path: path)
            length += bytes.count
        } catch {
            try? disk.truncate(descriptor, to: length, path: path)
            throw error
        }
    }

    func close() { disk.close(descriptor) }
}

/// The files of a disk as commands see them.
public struct DiskFiles: FileAccess {
    private let disk: any Disk

    /// Takes the disk.
    public init(_ disk: any Disk) { self.disk = disk }

    /// Reads a file.
    public func read(_ path: String) throws(FileFailure) -> [UInt8] {
        do { return try disk.read(path) } catch {
            throw FileFailure(path: error.path, reason: error.reason, exit: .of(error, else: .inputOutput))
        }
    }

    /// Maps a large file.
    public func bytes(of path: String) throws(FileFailure) -> StateBytes {
        do { return try disk.bytes(of: path) } catch {
            throw FileFailure(path: error.path, reason: error.reason, exit: .of(error, else: .inputOutput))
        }
    }

    /// Follows symbolic links.
    public func resolved(_ path: String) -> String { disk.resolved(path) }
}

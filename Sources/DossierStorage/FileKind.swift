import Glibc

/// What sort of file a name stands for. Documents and the files of sessions are regular ones: to read another may take for
/// ever, or what is written to it is gone.
enum FileKind {
    /// The status of an open file, which must be a regular one.
    ///
    /// - Throws: why it cannot be told, or what it is else.
    static func regularStatus(of descriptor: Int32, _ path: String) throws(DiskFailure) -> stat {
        var status = stat()
        if fstat(descriptor, &status) != 0 { throw PosixDisk.failure(path) }
        if status.st_mode & S_IFMT == S_IFREG { return status }
        throw failure(path, status)
    }

    /// The failure of a name that cannot be opened for what it stands for, such as a socket.
    static func failure(of path: String, in folder: Int32, _ name: String) -> DiskFailure {
        let refused = PosixDisk.failure(path)
        var status = stat()
        guard fstatat(folder, name, &status, 0) == 0, status.st_mode & S_IFMT != S_IFREG else { return refused }
        return failure(path, status)
    }

    private static func failure(_ path: String, _ status: stat) -> DiskFailure {
        let kind =
            switch status.st_mode & S_IFMT {
            case S_IFDIR: "a folder"
            case S_IFIFO: "a FIFO"
            case S_IFSOCK: "a socket"
            default: "a device"
            }
        return DiskFailure(unfit: path, "it is \(kind), not a regular file")
    }
}

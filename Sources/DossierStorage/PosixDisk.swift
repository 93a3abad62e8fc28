import CLinux
import Glibc

/// The file system of the machine.
package struct PosixDisk: Disk {
    /// Whether a path may lead over symbolic links.
    let followsLinks: Bool

    /// Makes the seam.
    package init() { self.init(followsLinks: true) }

    private init(followsLinks: Bool) { self.followsLinks = followsLinks }

    /// The same files, each reached over folders alone.
    package var withoutLinks: any Disk { PosixDisk(followsLinks: false) }

    /// Does something with a name in a folder, which is open meanwhile; where links may be followed, with the path as it is.
    func at<Result>(
        _ path: String, _ body: (_ folder: Int32, _ name: String) throws(DiskFailure) -> Result
    ) throws(DiskFailure) -> Result {
        if followsLinks { return try body(AT_FDCWD, path) }
        // What was resolved only as far as it was there may lead up again.
        if path.pathNames.contains("..") { throw DiskFailure(unfit: path, "it leads to a folder above it") }
        let folder = try FolderWalk.open(AtomicFile.folder(of: path), for: path)
        defer { _ = Glibc.close(folder) }
        return try body(folder, AtomicFile.name(of: path))
    }

    /// Opens a path with flags of open(2).
    func opened(_ path: String, _ flags: Int32, permissions: UInt32 = 0) throws(DiskFailure) -> Int32 {
        try at(path) { (folder, name) throws(DiskFailure) in
            let flags = flags | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW)
            let descriptor = openat(folder, name, flags, permissions)
            if descriptor >= 0 { return descriptor }
            throw errno == ENXIO ? FileKind.failure(of: path, in: folder, name) : PosixDisk.failure(path)
        }
    }

    /// Opens a file.
    package func open(_ path: String, _ mode: DiskMode) throws(DiskFailure) -> Int32 {
        switch mode {
        case .append:
            // O_NONBLOCK: a FIFO or a device is told by its kind, and waited for by nobody.
            let descriptor = try opened(path, O_RDWR | O_CREAT | O_APPEND | O_NONBLOCK, permissions: 0o666)
            do throws(DiskFailure) { _ = try FileKind.regularStatus(of: descriptor, path) } catch {
                close(descriptor)
                throw error
            }
            return descriptor
        case .create(let permissions):
            let descriptor = try opened(
                path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND, permissions: permissions ?? 0o666)
            // The mask may have taken some away.
            if let permissions, fchmod(descriptor, permissions) != 0 {
                let failure = PosixDisk.failure(path)
                close(descriptor)
                try? remove(path)
                throw failure
            }
            return descriptor
        case .existing:
            if let stream = PosixDisk.standardStream(at: path) { return stream }
            return try opened(path, O_WRONLY | O_NOCTTY)
        }
    }

    /// A further descriptor of standard output or standard error, where a path leads there: what is written goes on after
    /// what was, also where that is a file.
    private static func standardStream(at path: String) -> Int32? {
        var named = stat()
        guard stat(path, &named) == 0 else { return nil }
        for stream in [STDOUT_FILENO, STDERR_FILENO] {
            var open = stat()
            guard fstat(stream, &open) == 0, open.st_dev == named.st_dev, open.st_ino == named.st_ino else { continue }
            let copy = fcntl(stream, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
            return copy < 0 ? nil : copy
        }
        return nil
    }

    /// Closes a descriptor.
    package func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

    /// From this size on what is written begins its way to the medium at once.
    private static let large = 1 << 20

    /// Writes bytes. Many of them begin their way to the medium at once, so that a sync at the end of a large file does not
    /// wait for all of it; what goes wrong there is told by that sync.
    package func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws(DiskFailure) -> Int {
        let count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        if count < 0 {
            if errno == EINTR { return 0 }
            throw PosixDisk.failure(path)
        }
        if count >= PosixDisk.large { _ = sync_file_range(descriptor, 0, 0, sync_file_range_write) }
        return count
    }

    /// Syncs a file's data.
    package func sync(_ descriptor: Int32, path: String) throws(DiskFailure) {
        if fdatasync(descriptor) != 0 { throw PosixDisk.failure(path) }
    }

    /// Syncs a folder.
    package func syncFolder(_ path: String) throws(DiskFailure) {
        let descriptor = try opened(path, O_RDONLY | O_DIRECTORY)
        defer { _ = Glibc.close(descriptor) }
        if fsync(descriptor) != 0, errno != EINVAL { throw PosixDisk.failure(path) }
    }

    /// Cuts a file.
    package func truncate(_ descriptor: Int32, to length: Int, path: String) throws(DiskFailure) {
        if ftruncate(descriptor, length) != 0 { throw PosixDisk.failure(path) }
    }

    /// What the system said last.
    static func failure(_ path: String) -> DiskFailure {
        let code = errno
        return DiskFailure(path: path, code: code, reason: String(cString: strerror(code)))
    }
}

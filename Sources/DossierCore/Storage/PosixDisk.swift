import CLinux
import Glibc

/// The file system of the machine.
public struct PosixDisk: Disk {
    /// Makes the seam.
    public init() {}

    /// Opens a file.
    public func open(_ path: String, _ mode: DiskMode) throws(DiskFailure) -> Int32 {
        let flags: Int32
        var permissions: UInt32?
        switch mode {
        case .append: flags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC
        case .create(let given):
            flags = O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC
            permissions = given
        case .existing:
            if let stream = PosixDisk.standardStream(at: path) { return stream }
            flags = O_WRONLY | O_NOCTTY | O_CLOEXEC
        }
        let descriptor = Glibc.open(path, flags, permissions ?? 0o666)
        if descriptor < 0 { throw PosixDisk.failure(path) }
        // The mask may have taken some away.
        if let permissions, fchmod(descriptor, permissions) != 0 {
            let failure = PosixDisk.failure(path)
            close(descriptor)
            unlink(path)
            throw failure
        }
        return descriptor
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
    public func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

    /// From this size on what is written begins its way to the medium at once.
    private static let large = 1 << 20

    /// Writes bytes. Many of them begin their way to the medium at once, so that a sync at the end of a large file does not
    /// wait for all of it; what goes wrong there is told by that sync.
    public func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws(DiskFailure) -> Int {
        let count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        if count < 0 {
            if errno == EINTR { return 0 }
            throw PosixDisk.failure(path)
        }
        if count >= PosixDisk.large { _ = sync_file_range(descriptor, 0, 0, sync_file_range_write) }
        return count
    }

    /// Syncs a file's data.
    public func sync(_ descriptor: Int32, path: String) throws(DiskFailure) {
        if fdatasync(descriptor) != 0 { throw PosixDisk.failure(path) }
    }

    /// Syncs a folder.
    public func syncFolder(_ path: String) throws(DiskFailure) {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0 { throw PosixDisk.failure(path) }
        defer { _ = Glibc.close(descriptor) }
        if fsync(descriptor) != 0, errno != EINVAL { throw PosixDisk.failure(path) }
    }

    /// Cuts a file.
    public func truncate(_ descriptor: Int32, to length: Int, path: String) throws(DiskFailure) {
        if ftruncate(descriptor, length) != 0 { throw PosixDisk.failure(path) }
    }

    /// Reads a file.
    public func read(_ path: String) throws(DiskFailure) -> [UInt8] {
        let descriptor = try opened(path)
        defer { close(descriptor) }
        var status = stat()
        if fstat(descriptor, &status) != 0 { throw PosixDisk.failure(path) }
        if status.st_mode & S_IFMT == S_IFDIR {
            errno = EISDIR
            throw PosixDisk.failure(path)
        }
        let size = max(Int(status.st_size), 0)
        var bytes = try PosixDisk.bytes(upTo: size + 1, of: path) { Glibc.read(descriptor, $0, $1) }
        if bytes.count > size { try readRest(of: descriptor, path, into: &bytes) }
        return bytes
    }

    /// From this size on a file is mapped; smaller ones are read as fast.
    private static let mapped = 16 << 20

    /// Maps a large file, reads a small one.
    public func bytes(of path: String) throws(DiskFailure) -> StateBytes {
        guard let size = try status(path)?.size, size >= PosixDisk.mapped else { return StateBytes(try read(path)) }
        let descriptor = try opened(path)
        defer { close(descriptor) }
        guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_NORESERVE, descriptor, 0), memory != MAP_FAILED
        else { throw PosixDisk.failure(path) }
        _ = madvise(memory, size, MADV_WILLNEED)
        nonisolated(unsafe) let mapping = memory
        return StateBytes(first: UnsafePointer(memory.assumingMemoryBound(to: UInt8.self)), count: size) {
            _ = munmap(mapping, size)
        }
    }

    /// Reads a range of a file.
    public func read(_ path: String, in range: Range<Int>) throws(DiskFailure) -> [UInt8] {
        let descriptor = try opened(path)
        defer { close(descriptor) }
        var place = range.lowerBound
        return try PosixDisk.bytes(upTo: range.count, of: path) { memory, count in
            let got = pread(descriptor, memory, count, place)
            place += max(got, 0)
            return got
        }
    }

    private func opened(_ path: String) throws(DiskFailure) -> Int32 {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw PosixDisk.failure(path) }
        return descriptor
    }

    /// Reads up to so many bytes, fewer where the file ends before.
    ///
    /// - Parameter read: reads some into memory, as read(2) does.
    private static func bytes(
        upTo most: Int, of path: String, read: (UnsafeMutablePointer<UInt8>?, Int) -> Int
    ) throws(DiskFailure) -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            while count < most {
                let got = read(buffer.baseAddress.map { $0 + count }, most - count)
                if got < 0, errno == EINTR { continue }
                if got <= 0 {
                    failed = got < 0
                    return
                }
                count += got
            }
        }
        if failed { throw PosixDisk.failure(path) }
        return bytes
    }

    /// What stands after the size that the system gave, as in a pipe.
    private func readRest(of descriptor: Int32, _ path: String, into bytes: inout [UInt8]) throws(DiskFailure) {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let got = Glibc.read(descriptor, &chunk, chunk.count)
            if got < 0, errno == EINTR { continue }
            if got < 0 { throw PosixDisk.failure(path) }
            if got == 0 { return }
            bytes.append(contentsOf: chunk[..<got])
        }
    }

    /// What the system said last.
    static func failure(_ path: String) -> DiskFailure {
        let code = errno
        return DiskFailure(path: path, code: code, reason: String(cString: strerror(code)))
    }
}

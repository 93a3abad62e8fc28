import Glibc

/// A regular file that is open, and closed when the last reference goes.
final class OpenFile {
    private static let lockAttempts = 50
    private static let lockPause: UInt32 = 10_000

    private let descriptor: Int32

    /// `nil` where the path cannot be opened or names something that is no regular file, such as a pipe.
    init?(path: String, flags: Int32, mode: mode_t) {
        descriptor = open(path, flags | O_CLOEXEC | O_NONBLOCK, mode)
        guard descriptor >= 0 else { return nil }
        guard let status, status.st_mode & S_IFMT == S_IFREG else { return nil }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    private var status: stat? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status : nil
    }

    /// Waits half a second at most: a shell that was stopped while it held the lock must not stop this one as well.
    func lock() {
        for _ in 0..<Self.lockAttempts {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
            usleep(Self.lockPause)
        }
    }

    /// Whether the path still names this file.
    func isStill(at path: String) -> Bool {
        var there = stat()
        guard let here = status, stat(path, &there) == 0 else { return false }
        return here.st_ino == there.st_ino && here.st_dev == there.st_dev
    }

    /// Takes away what others may do with the file.
    func makePrivate() {
        guard let status, status.st_mode & 0o077 != 0 else { return }
        fchmod(descriptor, 0o600)
    }

    var lastByte: UInt8? {
        guard let status, status.st_size > 0 else { return nil }
        var byte: UInt8 = 0
        return pread(descriptor, &byte, 1, status.st_size - 1) == 1 ? byte : nil
    }

    /// The end of the file, from the first whole line.
    func readTail(atMost limit: Int) -> [UInt8] {
        guard let size = status.map({ Int($0.st_size) }), size > 0 else { return [] }
        let start = max(size - limit, 0)
        let bytes = [UInt8](unsafeUninitializedCapacity: size - start) { buffer, count in
            while count < buffer.count {
                let room = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                let got = pread(descriptor, room.baseAddress, room.count, off_t(start + count))
                if got <= 0 { break }
                count += got
            }
        }
        guard start > 0, let firstNewline = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return bytes }
        return Array(bytes[(firstNewline + 1)...])
    }

    /// Whether all bytes were written.
    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
                return Glibc.write(descriptor, rest.baseAddress, rest.count)
            }
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { return false }
            written += count
        }
        return true
    }

    /// Whether the bytes have reached the disk.
    func flush() -> Bool {
        fsync(descriptor) == 0
    }
}

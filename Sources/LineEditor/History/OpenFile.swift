import Glibc

/// A regular file that is open, and closed when the last reference goes.
final class OpenFile {
    private static let lockAttempts = 50
    private static let lockPause: UInt32 = 10_000

    private let descriptor: Int32

    /// Why a file cannot be used.
    enum Failure: Error {
        /// The system refuses, errno(3).
        case refused(Int32)
        /// It is no regular file, such as a pipe.
        case notRegular
    }

    init(path: String, flags: Int32, mode: mode_t) throws(Failure) {
        descriptor = open(path, flags | O_CLOEXEC | O_NONBLOCK, mode)
        guard descriptor >= 0 else { throw .refused(errno) }
        guard let status else { throw .refused(errno) }
        if status.st_mode & S_IFMT != S_IFREG { throw .notRegular }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    private var status: stat? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? status : nil
    }

    /// Waits half a second at most: a shell that was stopped while it held the lock must not stop this one as well.
    ///
    /// - Returns: whether the lock was taken.
    @discardableResult
    func lock() -> Bool {
        for _ in 0..<Self.lockAttempts {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
            if errno != EWOULDBLOCK && errno != EINTR { return false }
            usleep(Self.lockPause)
        }
        return false
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
    func readTail(atMost limit: Int) throws(Failure) -> [UInt8] {
        guard let size = status.map({ Int($0.st_size) }) else { throw .refused(errno) }
        let start = max(size - limit, 0)
        var failure: Failure?
        let bytes = [UInt8](unsafeUninitializedCapacity: size - start) { buffer, count in
            while count < buffer.count {
                let room = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                let got = pread(descriptor, room.baseAddress, room.count, off_t(start + count))
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = .refused(errno) }
                if got <= 0 { break }
                count += got
            }
        }
        if let failure { throw failure }
        guard start > 0, let firstNewline = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return bytes }
        return Array(bytes[(firstNewline + 1)...])
    }

    /// Writes all bytes behind what is there, or none: a line that is torn would be an entry that nobody typed.
    func write(_ bytes: [UInt8]) throws(Failure) {
        let end = status?.st_size
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
                return Glibc.write(descriptor, rest.baseAddress, rest.count)
            }
            if count < 0 && errno == EINTR { continue }
            if count <= 0 {
                let code = errno
                // Where that fails too, the next entry begins on a line of its own.
                if let end, written > 0 { _ = ftruncate(descriptor, end) }
                throw .refused(code)
            }
            written += count
        }
    }

    /// Waits until the bytes have reached the disk.
    func flush() throws(Failure) {
        if fsync(descriptor) != 0 { throw .refused(errno) }
    }
}

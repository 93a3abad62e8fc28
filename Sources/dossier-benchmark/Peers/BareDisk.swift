import Glibc

/// The system's own calls on the same disk: the least that any program can take.
final class BareDisk {
    private let path: String
    private let descriptor: Int32

    init(_ path: String) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0o644)
    }

    deinit {
        close(descriptor)
        unlink(path)
    }

    /// Adds so many bytes and waits until they are on the medium.
    func append(_ count: Int) {
        let bytes = [UInt8](repeating: 0x2E, count: count)
        bytes.withUnsafeBytes { FileStream.write($0, to: descriptor) }
        fdatasync(descriptor)
    }

    /// Writes a file of these bytes and waits until it is on the medium.
    static func write(_ bytes: [UInt8], to path: String) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        bytes.withUnsafeBytes { FileStream.write($0, to: descriptor) }
        fsync(descriptor)
        close(descriptor)
    }
}

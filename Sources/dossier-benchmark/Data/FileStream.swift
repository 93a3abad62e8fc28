import Glibc

/// A file that is written from its beginning to its end, a block at a time.
final class FileStream {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private static let block = 1 << 20

    init(_ path: String) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        buffer.reserveCapacity(FileStream.block + 4_096)
    }

    func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= FileStream.block { flush() }
    }

    /// Writes what is left.
    func close() {
        flush()
        _ = Glibc.close(descriptor)
    }

    private func flush() {
        buffer.withUnsafeBytes { FileStream.write($0, to: descriptor) }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes all bytes to a descriptor.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
        var done = 0
        while done < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
            if count <= 0 { return }
            done += count
        }
    }
}

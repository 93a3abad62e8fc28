/// The file of a log that is added to: what is added holds when it is committed, and goes again when that fails.
struct OpenLog: Sendable {
    private let disk: any Disk
    let path: String
    private let descriptor: Int32
    /// How many bytes hold.
    private var length: Int
    /// How many bytes behind them are written, but not committed.
    private var writtenCount = 0
    /// What waits to be written.
    private var waiting = ByteBuffer()
    /// Whether the file may be longer than what is known to be written: it was just opened, or something failed.
    private var mayBeLonger = true
    /// Whether bytes that do not hold may stand in the file from here.
    private var hasLeft = false
    /// Whether such bytes may be on the medium too: the system may have dropped what it could not sync, or kept it.
    private var isInDoubt = false

    init(disk: any Disk, path: String, descriptor: Int32, length: Int) {
        self.disk = disk
        self.path = path
        self.descriptor = descriptor
        self.length = length
    }

    /// How many bytes were added since the last commit.
    var addedCount: Int { writtenCount + waiting.count }

    /// How many bytes the file has when all that was added is written.
    var end: Int { length + addedCount }

    /// Adds bytes, which wait to be written.
    mutating func add(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { bytes in add(atMost: bytes.count) { $0.put(bytes) } }
    }

    /// Adds bytes that are made where they wait to be written.
    mutating func add(atMost most: Int, _ write: (inout ByteCursor) -> Void) {
        waiting.append(atMost: most, write)
    }

    /// Writes what waits; where that fails it goes on waiting, and the commit tells.
    mutating func pass() { try? write() }

    /// What was added since the last commit, from a byte of it on.
    func added(from byte: Int) throws(DiskFailure) -> [UInt8] {
        let waits = waiting.written.dropFirst(max(0, byte - writtenCount))
        if byte >= writtenCount { return Array(waits) }
        return try disk.read(path, in: (length + byte)..<(length + writtenCount)) + waits
    }

    /// Writes what waits and syncs; then all that was added holds.
    ///
    /// - Throws: why the disk refuses; then nothing that was added is left, in the file or here. The next commit cuts the
    ///   file again, and syncs that, before it adds anything.
    mutating func commit() throws(DiskFailure) {
        do throws(DiskFailure) {
            try write()
            try disk.sync(descriptor, path: path)
            length += writtenCount
            writtenCount = 0
            hasLeft = false
        } catch {
            isInDoubt = true
            cut()
            throw error
        }
    }

    /// Takes away what was added since the last commit.
    mutating func cut() {
        waiting.removeAll()
        writtenCount = 0
        guard hasLeft else { return }
        mayBeLonger = true
        if (try? disk.truncate(descriptor, to: length, path: path)) != nil { (mayBeLonger, hasLeft) = (false, false) }
    }

    /// Closes the file, without what was added since the last commit.
    mutating func close() {
        cut()
        disk.close(descriptor)
    }

    private mutating func write() throws(DiskFailure) {
        if waiting.count == 0 { return }
        let end = length + writtenCount
        if isInDoubt {
            try disk.truncate(descriptor, to: end, path: path)
            try disk.sync(descriptor, path: path)
        } else if mayBeLonger, try disk.status(path)?.size ?? 0 != end {
            try disk.truncate(descriptor, to: end, path: path)
        }
        (mayBeLonger, isInDoubt) = (false, false)
        hasLeft = true
        do throws(DiskFailure) {
            try disk.writeAll(waiting.written, to: descriptor, path: path)
        } catch {
            mayBeLonger = true
            throw error
        }
        writtenCount += waiting.count
        waiting.removeAll()
    }
}

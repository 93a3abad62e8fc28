import DossierModel

/// The file of a log that is added to: what is added holds when it is committed, and goes again when that fails.
struct OpenLog: Sendable {
    private let disk: any Disk
    let path: String
    private let descriptor: Int32
    /// Which file it is.
    private let identity: FileIdentity?
    /// How many bytes hold.
    private var length: Int
    /// How many bytes behind them are written, but not committed.
    private var writtenCount = 0
    /// What waits to be written.
    private var waiting = ByteBuffer()
    /// How many bytes the file may have, if no other program has touched it: more than one number where an operation failed.
    private var sizes: ClosedRange<Int>
    /// Whether bytes that do not hold may stand in the file from here.
    private var hasLeft = false
    /// Whether such bytes may be on the medium too: the system may have dropped what it could not sync, or kept it.
    private var isInDoubt = false

    /// Goes on in a log that was opened.
    ///
    /// - Parameters:
    ///   - length: how many of its bytes hold.
    ///   - size: how many it has; those behind `length` go at the first write.
    init(disk: any Disk, path: String, descriptor: Int32, identity: FileIdentity?, length: Int, size: Int) {
        self.disk = disk
        self.path = path
        self.descriptor = descriptor
        self.identity = identity
        self.length = length
        sizes = size...size
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
        let range = (length + byte)..<(length + writtenCount)
        return try disk.read(descriptor: descriptor, path: path, in: range) + waits
    }

    /// All bytes that hold, as the open file has them.
    ///
    /// - Throws: why the disk fails, or that another program has cut the file.
    func held() throws(DiskFailure) -> [UInt8] {
        let bytes = try disk.read(descriptor: descriptor, path: path, in: 0..<length)
        if bytes.count == length { return bytes }
        throw .isAnother(path, "another program has truncated it")
    }

    /// Compares the file under the path with the one that was opened, and its size with what was written.
    ///
    /// - Throws: what another program has done to it.
    func expectOwn() throws(DiskFailure) { _ = try ownSize() }

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

    /// Takes away what was added since the last commit; what another program has put in its place stays.
    mutating func cut() {
        waiting.removeAll()
        writtenCount = 0
        guard hasLeft else { return }
        do { _ = try ownSize() } catch { if error.meansChangedOutside { return } }
        if (try? disk.truncate(descriptor, to: length, path: path)) != nil {
            (sizes, hasLeft) = (length...length, false)
        }
    }

    /// Closes the file, without what was added since the last commit.
    mutating func close() {
        cut()
        disk.close(descriptor)
    }

    /// The size of the file, which must be the one that was opened, and as long as it was left.
    private func ownSize() throws(DiskFailure) -> Int {
        guard let status = try disk.status(path) else { throw .isAnother(path, "another program has removed it") }
        if status.identity != identity { throw .isAnother(path, "another program has put another file in its place") }
        if sizes.contains(status.size) { return status.size }
        throw .isAnother(
            path,
            "another program has \(status.size > sizes.upperBound ? "added to it" : "truncated it"): "
                + "it has \(status.size) bytes, not \(sizes.upperBound)")
    }

    private mutating func write() throws(DiskFailure) {
        if waiting.count == 0 { return }
        let end = length + writtenCount
        let size = try ownSize()
        if isInDoubt {
            try disk.truncate(descriptor, to: end, path: path)
            try disk.sync(descriptor, path: path)
        } else if size != end {
            try disk.truncate(descriptor, to: end, path: path)
        }
        (sizes, isInDoubt) = (end...end, false)
        hasLeft = true
        do throws(DiskFailure) {
            try disk.writeAll(waiting.written, to: descriptor, path: path)
        } catch {
            sizes = end...(end + waiting.count)
            throw error
        }
        writtenCount += waiting.count
        sizes = (end + waiting.count)...(end + waiting.count)
        waiting.removeAll()
    }
}

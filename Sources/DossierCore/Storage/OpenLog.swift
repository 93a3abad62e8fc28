/// The file of a log that is added to: what is added holds when it is committed, and goes again when that fails.
struct OpenLog {
    private let disk: any Disk
    private let path: String
    private let descriptor: Int32
    /// How many bytes hold.
    private var length: Int
    /// How many bytes behind them are written, but not committed.
    private var writtenCount = 0
    /// What waits to be written.
    private var waiting: [UInt8] = []
    /// Whether the file may be longer than what is known to be written: it was just opened, or something failed.
    private var mayBeLonger = true
    /// Whether bytes that do not hold may stand in the file from here.
    private var hasLeft = false
    /// Whether such bytes may be on the medium too: the system may have dropped what it could not sync, or kept it.
    private var isInDoubt = false

    /// How many bytes wait before they are written.
    private static let chunkSize = 1 << 20

    init(disk: any Disk, path: String, descriptor: Int32, length: Int) {
        self.disk = disk
        self.path = path
        self.descriptor = descriptor
        self.length = length
    }

    /// Adds bytes. Where many wait they are written; where that fails they go on waiting, and the commit tells.
    mutating func add(_ bytes: ArraySlice<UInt8>) {
        waiting += bytes
        if waiting.count >= OpenLog.chunkSize { try? write() }
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
        if waiting.isEmpty { return }
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
            try disk.writeAll(waiting[...], to: descriptor, path: path)
        } catch {
            mayBeLonger = true
            throw error
        }
        writtenCount += waiting.count
        waiting.removeAll(keepingCapacity: true)
    }
}

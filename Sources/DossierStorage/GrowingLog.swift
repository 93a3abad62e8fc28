/// The end of a log: entries are chained there, held in memory, and added to the file where the log has one.
///
/// It is a value that refers to nothing outside, so that another thread may work on it.
struct GrowingLog: Sendable {
    /// The entries that are chained next.
    var entries = LogEntries()
    /// The hash of the last entry that holds; nothing where there is none.
    private var held: [UInt8]
    /// The hash of the last that is chained.
    private var head: [UInt8]
    private var file: OpenLog?
    /// The lines that were chained since the last commit, as far as they are in memory.
    private var lines: [LogLine] = []
    /// How many entries stand before them of which some are in the file alone; nil where all are in memory.
    private var passedCount: Int?
    /// Where in what was added to the file since the last commit the entries from a number on begin.
    private var places: [Place] = []

    private struct Place {
        let number: Int
        let byte: Int
    }

    /// What a commit added to a log.
    enum Added {
        /// Lines that are in memory.
        case lines([LogLine])
        /// Lines that are in the file alone: all that was added, and what was there before, stands there.
        case inFile(LogStart)
    }

    /// Goes on after the entry of a hash.
    init(after head: String) {
        self.head = Array(head.utf8)
        held = self.head
    }

    /// Goes on in a file too, which holds the entries so far.
    mutating func attach(_ file: OpenLog) { self.file = file }

    /// Compares the file with what was written to it.
    ///
    /// - Throws: what another program has done to it.
    func expectOwnFile() throws(DiskFailure) { try file?.expectOwn() }

    /// Whether bytes begin with all that the file holds for certain; nothing does where that cannot be read any more.
    func isBeginning(of bytes: [UInt8]) -> Bool {
        guard let file, let own = try? file.held() else { return false }
        return bytes.starts(with: own)
    }

    /// Chains the entries; their lines are in memory afterwards, and wait to be written.
    mutating func chain() {
        notePlace()
        let chained = entries.lines(after: &head)
        entries.removeAll()
        for line in chained { file?.add(line.bytes) }
        lines += chained
    }

    /// Chains the entries and writes them; where a file takes them they leave memory, and those before them too.
    mutating func passOn() {
        guard var file else { return chain() }
        notePlace()
        // What waits in the file is held once, so that it is not copied.
        self.file = nil
        file.add(atMost: entries.size(after: head)) { cursor in entries.write(at: &cursor, after: &head) }
        file.pass()
        passedCount = entries.numbers.upperBound - 1
        self.file = file
        entries.removeAll()
        lines = []
    }

    private mutating func notePlace() {
        guard let file, !entries.numbers.isEmpty else { return }
        places.append(Place(number: entries.numbers.lowerBound, byte: file.addedCount))
    }

    /// Chains the entries, writes them with what was chained before, and syncs.
    ///
    /// - Throws: a storage error where that fails; then nothing was added.
    mutating func commit() throws(StorageError) -> Added {
        chain()
        do { try file?.commit() } catch {
            forget()
            throw StorageError(writing: error)
        }
        held = head
        defer { forget() }
        guard let passedCount, let file else { return .lines(lines) }
        return .inFile(
            LogStart(
                count: passedCount + lines.count, head: String(decoding: head, as: UTF8.self), byte: file.end))
    }

    /// Takes away what was added since the last commit.
    mutating func cut() {
        file?.cut()
        forget()
    }

    /// Closes the file, without what was added since the last commit.
    mutating func close() {
        file?.close()
        file = nil
        forget()
    }

    private mutating func forget() {
        entries.removeAll()
        head = held
        lines = []
        passedCount = nil
        places = []
    }

    /// The lines from the entry of a number on that were chained since the last commit; those that are in the file alone are
    /// read, and proved.
    ///
    /// - Throws: a storage error where one of them does not hold.
    func lines(from number: Int) throws(StorageError) -> [LogLine] {
        guard let file, let passedCount, number <= passedCount else {
            return Array(lines.dropFirst(max(0, number - (lines.first?.number ?? number))))
        }
        let place = places.last { $0.number <= number } ?? places.first ?? Place(number: passedCount + 1, byte: 0)
        let bytes: [UInt8]
        do { bytes = try file.added(from: place.byte) } catch { throw StorageError(reading: error) }
        let read = try LogFile.lines(of: bytes[...], from: place.number, path: file.path)
        return read.filter { $0.number >= number }
    }
}

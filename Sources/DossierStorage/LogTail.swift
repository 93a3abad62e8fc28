import DossierModel

/// Reads a log from its end back to an entry that names a state, so that opening takes no longer as the log grows.
///
/// What stands before that entry is read and proved when it is asked for.
struct LogTail {
    let source: LogSource
    /// How many bytes the log has.
    let size: Int

    /// The lines from the last entry on that names the state which is meant; nil where none does, or a line from there on
    /// does not hold, so that the whole log has to be read.
    ///
    /// - Throws: a storage error where the log cannot be read.
    func read(naming isMeant: (SavedState) -> Bool) throws(StorageError) -> LogFile.Contents? {
        var bytes: [UInt8] = []
        var start = size
        var end = size
        var step = 1 << 16
        while start > 0, step <= LogTail.furthest {
            let from = max(0, start - step)
            bytes = try source.bytes(in: from..<start) + bytes
            guard bytes.count == size - from else { return nil }
            start = from
            step *= 2
            while let line = line(before: end, in: bytes, from: start) {
                end = start + line
                let read = bytes[line...]
                guard let state = LogLine.savedState(of: read.prefix(through: read.firstIndex(of: 0x0A) ?? line)),
                    isMeant(state)
                else { continue }
                return try? contents(of: read, from: end)
            }
        }
        return nil
    }

    /// How much is read at a time at most: no line is so long, and what has none is no log.
    private static let furthest = 1 << 30

    /// Where the line begins, in the bytes, that ends where another begins; nil where it begins before them.
    private func line(before end: Int, in bytes: [UInt8], from start: Int) -> Int? {
        let last = end - start - 1
        if last < 0 { return nil }
        if let before = bytes[..<last].lastIndex(of: 0x0A) { return before + 1 }
        return start == 0 ? 0 : nil
    }

    private func contents(of bytes: ArraySlice<UInt8>, from byte: Int) throws(StorageError) -> LogFile.Contents {
        let end = bytes.firstIndex(of: 0x0A) ?? bytes.startIndex
        let first: LogLine
        do { first = try LogLine(reading: bytes[bytes.startIndex...end]) } catch {
            throw LogFile.damaged(source.path, entry: 0, line: 0, byte: byte + 1, error)
        }
        let before = LogStart(count: first.number - 1, head: first.previous, byte: byte)
        var contents = try LogFile.read(bytes, from: before, path: source.path, watch: source.watch)
        contents.log.file = source
        return contents
    }
}

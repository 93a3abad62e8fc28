import DossierLanguage
import DossierModel
import DossierTime

/// The log as a file: added to at its end, read as a whole or from a line on.
enum LogFile {
    /// What a log holds.
    struct Contents {
        var log = LogLines()
        /// How many bytes of the file hold; what follows them is a torn end.
        var length = 0
        /// What was dropped at the end, for the user to know.
        var dropped: String?

        var lines: [LogLine] { log.lines }
    }

    /// Reads a log, or the part of it after `start`.
    ///
    /// A last line that is torn, and a group at the end that has no end, are dropped with a word, whatever a power cut left
    /// of them.
    ///
    /// - Throws: a storage error, naming entry, line and byte, where an entry does not hold, or the user wants it to end.
    static func read(
        _ bytes: some Collection<UInt8>, from start: LogStart = LogStart(), path: String,
        watch: (any WorkWatch)? = nil
    ) throws(StorageError) -> Contents {
        let bytes = Array(bytes)
        let work = Work("reading \(AtomicFile.name(of: path))", .bytes, of: bytes.count, stride: 1 << 16, for: watch)
        return try read(bytes, from: start, path: path, as: work)
    }

    private static func read(
        _ bytes: [UInt8], from start: LogStart, path: String, as work: Work
    ) throws(StorageError) -> Contents {
        var work = work
        var contents = Contents(log: LogLines(start: start), length: start.byte)
        var offset = 0
        var follows = (number: start.count + 1, head: start.head)
        while offset < bytes.count {
            guard work.goesOn(at: offset) else { throw .cancelled(path) }
            let line = contents.lines.count + 1
            guard let end = bytes[offset...].firstIndex(of: 0x0A) else {
                contents.dropped = torn(path, bytes.count - offset)
                break
            }
            do throws(ValueError) {
                var read = try LogLine(reading: bytes[offset...end])
                read.line = line
                read.byte = start.byte + offset + 1
                if line == 1, read.sort == .base, start == LogStart() {
                    follows = (read.number, read.previous)
                    contents.log.start = LogStart(count: read.number - 1, head: read.previous)
                }
                try read.expect(follows)
                follows = (read.number + 1, read.hash)
                contents.log.lines.append(read)
            } catch {
                let group = openGroup(of: contents.lines).map { contents.lines[$0].number }
                if LogEnd(bytes: bytes[offset...], number: follows.number, group: group).isTorn {
                    contents.dropped = torn(path, bytes.count - offset)
                    break
                }
                throw damaged(path, entry: follows.number, line: line, byte: start.byte + offset + 1, error)
            }
            offset = end + 1
            contents.length = start.byte + offset
        }
        dropOpenGroup(&contents, path: path)
        return contents
    }

    /// Reads lines of which nothing may be torn.
    ///
    /// - Throws: a storage error where one of them does not hold, or is not the entry that follows.
    static func lines(of bytes: ArraySlice<UInt8>, from number: Int, path: String) throws(StorageError) -> [LogLine] {
        var lines: [LogLine] = []
        var rest = bytes
        while !rest.isEmpty {
            let entry = number + lines.count
            do throws(ValueError) {
                let line = try LogLine(reading: rest[...(rest.firstIndex(of: 0x0A) ?? rest.endIndex - 1)])
                try line.expect((entry, lines.last?.hash ?? line.previous))
                lines.append(line)
                rest = rest[line.bytes.endIndex...]
            } catch {
                throw damaged(path, entry: entry, line: 0, byte: 0, error)
            }
        }
        return lines
    }

    private static func torn(_ path: String, _ count: Int) -> String {
        "the last line of '\(path)' is incomplete (\(count) bytes); its command was never acknowledged"
    }

    /// The error of an entry that does not hold.
    static func damaged(_ path: String, entry: Int, line: Int, byte: Int, _ error: ValueError) -> StorageError {
        StorageError(
            "'\(path)' is damaged at entry \(entry), line \(line), byte \(byte): \(error.problem)",
            notes: [
                "nothing was changed; the state file beside it may still be intact",
                "'dossier repair SESSION --into NEW' saves what can be verified",
            ], exit: .badData)
    }

    /// The index of the line that begins a group which has no end; nil where there is none.
    static func openGroup(of lines: [LogLine]) -> Int? {
        lines.lastIndex { $0.sort == .begin || $0.sort == .end }.flatMap { lines[$0].sort == .begin ? $0 : nil }
    }

    private static func dropOpenGroup(_ contents: inout Contents, path: String) {
        guard let begin = openGroup(of: contents.lines) else { return }
        let lost = contents.lines[begin...].reduce(0) { $0 + $1.bytes.count }
        contents.dropped =
            "'\(path)' ends in a group that was not finished (\(contents.lines.count - begin - 1) commands), which is ignored"
        contents.log.lines.removeSubrange(begin...)
        contents.length -= lost
    }
}

extension LogLine {
    /// The line must have a number, and follow the entry of a hash.
    func expect(_ follows: (number: Int, head: String)) throws(ValueError) {
        if number != follows.number { throw ValueError("it is entry \(number) in place of entry \(follows.number)") }
        if previous != follows.head { throw ValueError("it does not follow from the entry before it") }
    }
}

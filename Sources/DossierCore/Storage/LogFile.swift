/// The log as a file: read as a whole, added to at its end.
enum LogFile {
    /// What a log holds.
    struct Contents {
        var lines: [LogLine] = []
        /// How many bytes of the file hold; what follows them is a torn end.
        var length = 0
        /// What was dropped at the end, for the user to know.
        var dropped: String?
    }

    /// Reads a log.
    ///
    /// A last line that is torn, and a group at the end that has no end, are dropped with a word.
    ///
    /// - Throws: a storage error, naming line and byte, where an entry before the last does not hold.
    static func read(_ bytes: [UInt8], path: String) throws(StorageError) -> Contents {
        var contents = Contents()
        var start = 0
        var number = 0
        var previous = ""
        while start < bytes.count {
            number += 1
            guard let end = bytes[start...].firstIndex(of: 0x0A) else {
                contents.dropped =
                    "the last line of '\(path)' is torn (\(bytes.count - start) bytes); it was never acknowledged"
                break
            }
            do throws(ValueError) {
                let line = try LogLine(reading: bytes[start...end])
                if line.number != number { throw ValueError("it is entry \(line.number) where \(number) belongs") }
                if line.previous != previous { throw ValueError("it does not follow the entry before it") }
                previous = line.hash
                contents.lines.append(line)
            } catch {
                throw damaged(path, line: number, byte: start, error)
            }
            start = end + 1
            contents.length = start
        }
        dropOpenGroup(&contents, path: path)
        return contents
    }

    /// The error of an entry that does not hold.
    static func damaged(_ path: String, line: Int, byte: Int, _ error: ValueError) -> StorageError {
        StorageError(
            "'\(path)' is damaged at line \(line), byte \(byte + 1): \(error.problem)",
            notes: ["nothing was changed; the state beside it may still be whole"], exit: .badData)
    }

    private static func dropOpenGroup(_ contents: inout Contents, path: String) {
        var begin: Int?
        for (index, line) in contents.lines.enumerated() {
            switch line.sort {
            case .begin: begin = index
            case .end: begin = nil
            default: continue
            }
        }
        guard let begin else { return }
        let lost = contents.lines[begin...].reduce(0) { $0 + $1.bytes.count }
        contents.dropped =
            "'\(path)' ends in a group that was not finished (\(contents.lines.count - begin - 1) commands); it does not hold"
        contents.lines.removeSubrange(begin...)
        contents.length -= lost
    }
}

import DossierLanguage
import DossierModel
import DossierTime

/// The lines of a log from one on, and where those before it stand.
package struct LogLines: Sendable {
    package var lines: [LogLine] = []
    /// What stands before the first of the lines.
    package var start = LogStart()
    /// The file that holds the lines before; nil where there are none.
    package var file: LogSource?

    package init(lines: [LogLine] = [], start: LogStart = LogStart(), file: LogSource? = nil) {
        self.lines = lines
        self.start = start
        self.file = file
    }

    /// The number of the last entry.
    package var count: Int { start.count + lines.count }

    /// The hash of the last entry; nothing where there is none.
    package var head: String { lines.last?.hash ?? start.head }

    /// All lines, those before read and proved.
    ///
    /// - Throws: a storage error, naming entry, line and byte, where an entry does not hold.
    package func whole() throws(StorageError) -> LogLines {
        guard start.byte > 0, let file else { return self }
        let held = lines.first?.bytes ?? []
        let bytes = try file.bytes(in: 0..<(start.byte + held.count))
        guard bytes.dropFirst(start.byte).elementsEqual(held) else {
            throw StorageError(
                "'\(file.path)' is not the log that was opened",
                notes: ["it has been rewritten since; 'open' reads it again"], exit: .badData)
        }
        var before = try LogFile.read(bytes, path: file.path, watch: file.watch).log
        before.lines = before.lines.filter { $0.number <= start.count }
        guard before.count == start.count, before.head == start.head else {
            throw LogFile.damaged(
                file.path, entry: start.count, line: before.lines.count, byte: start.byte,
                ValueError("a group that begins before it has no end"))
        }
        for index in lines.indices {
            var line = lines[index]
            if line.line > 0 { line.line += before.lines.count }
            before.lines.append(line)
        }
        before.file = file
        return before
    }
}

/// What stands before a line of a log.
package struct LogStart: Sendable, Hashable {
    /// How many entries there are before it.
    package var count = 0
    /// The hash of the last of them; nothing where there is none.
    var head = ""
    /// How many bytes of the file they take.
    var byte = 0
}

/// A log as a file that is read.
package struct LogSource: Sendable {
    package let disk: any Disk
    package let path: String
    package var watch: (any WorkWatch)?
    /// Its open descriptor: what is read is the file that was opened, whatever stands under its path by now.
    var descriptor: Int32?

    package init(disk: any Disk, path: String, watch: (any WorkWatch)? = nil, descriptor: Int32? = nil) {
        self.disk = disk
        self.path = path
        self.watch = watch
        self.descriptor = descriptor
    }

    /// Its bytes; nil where there is no file.
    func bytes() throws(StorageError) -> [UInt8]? {
        if descriptor == nil {
            do throws(DiskFailure) { return try disk.status(path) == nil ? nil : try disk.read(path) } catch {
                throw StorageError(reading: error)
            }
        }
        return try bytes(in: 0..<FileLimit.data)
    }

    /// The bytes of a range, as far as the file reaches.
    func bytes(in range: Range<Int>) throws(StorageError) -> [UInt8] {
        do throws(DiskFailure) {
            if let descriptor { return try disk.read(descriptor: descriptor, path: path, in: range) }
            return try disk.read(path, in: range)
        } catch {
            throw StorageError(reading: error)
        }
    }
}

/// The entries of a damaged log: those that are proved, and what is left.
struct LogSalvage {
    /// The entries that follow each other from the beginning on.
    private(set) var proved: [LogLine]
    /// The other lines.
    private(set) var left: [Left] = []

    /// A line that is not among the proved.
    struct Left {
        let line: Int
        /// The byte at which it begins, from 1 on.
        let byte: Int
        let text: String
        /// Whether it may have held something that is not saved.
        var isLoss = true
    }

    /// Reads a log that may be damaged anywhere; `before` are the proved entries that it goes on from.
    ///
    /// A line that is not sound is left, and reading goes on: a later one that follows the last proved entry is proved too,
    /// as where a line stands twice. A line of another place in the chain, sound or not, proves nothing.
    init(_ bytes: [UInt8], from before: [LogLine]) {
        proved = before
        var start = 0
        var number = 0
        while start < bytes.count {
            number += 1
            guard let end = bytes[start...].firstIndex(of: 0x0A) else {
                left.append(
                    Left(
                        line: number, byte: start + 1,
                        text: "a torn end of \(bytes.count - start) bytes, which was never acknowledged", isLoss: false)
                )
                break
            }
            take(bytes[start...end], line: number, byte: start + 1)
            start = end + 1
        }
        dropOpenGroup()
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>, line: Int, byte: Int) {
        do throws(ValueError) {
            var read = try LogLine(reading: bytes)
            read.line = line
            read.byte = byte
            let index = read.number - (proved.first?.number ?? read.number)
            if proved.indices.contains(index), proved[index].hash == read.hash {
                left.append(Left(line: line, byte: byte, text: "entry \(read.number) once more", isLoss: false))
                return
            }
            if !(proved.isEmpty && read.sort == .base) {
                try read.expect(((proved.last?.number ?? 0) + 1, proved.last?.hash ?? ""))
            }
            _ = try read.entry()
            proved.append(read)
        } catch {
            left.append(Left(line: line, byte: byte, text: error.problem + LogSalvage.content(of: bytes)))
        }
    }

    /// What a line that is not proved says, as far as it can be read.
    private static func content(of bytes: ArraySlice<UInt8>) -> String {
        guard let entry = try? LogLine.entry(of: bytes) else { return "" }
        let records = Set(entry.changes.compactMap { $0.id?.text }).sorted()
        return "; it says entry \(entry.number), \(entry.summary.firstLine)"
            + (records.isEmpty ? "" : " (" + records.joined(separator: ", ") + ")")
    }

    /// A group at the end that was not finished does not hold.
    private mutating func dropOpenGroup() {
        guard let begin = proved.lastIndex(where: { $0.sort == .begin || $0.sort == .end }),
            proved[begin].sort == .begin
        else { return }
        for line in proved[begin...] {
            left.append(
                Left(
                    line: line.line, byte: line.byte,
                    text: "a part of a group that has no end" + LogSalvage.content(of: line.bytes)))
        }
        proved.removeSubrange(begin...)
    }
}

import DossierModel
import DossierTime

/// The entries of a damaged log: those that are verified from the beginning on, runs of others, and what is left.
struct LogSalvage {
    /// The entries that follow each other from the beginning on.
    private(set) var verified: [LogLine]
    /// Later runs of sound entries, each of which follows the one before it, though what leads to the first is damaged.
    private(set) var runs: [[LogLine]] = []
    /// The lines that are not among the verified, in their order; those of runs too.
    private(set) var left: [Left] = []

    /// A line that is not among the verified.
    struct Left {
        let line: Int
        /// The byte at which it begins, from 1 on.
        let byte: Int
        let bytes: ArraySlice<UInt8>
        /// What is wrong with it.
        let problem: String
        /// The number of the entry where the line is sound; else nil.
        var number: Int?
        /// Whether it may have held something that is not saved: a torn end or a line that stands twice does not.
        var isLoss = true

        /// What it says, as far as it can be read; nothing proves it.
        var entry: LogEntry? { try? LogLine.entry(of: bytes) }
    }

    /// Reads a log that may be damaged anywhere; `before` are the verified entries that it goes on from.
    ///
    /// A line that is not sound is left, and reading goes on: a later one that follows the last verified entry is verified
    /// too, as where a line stands twice.
    init(_ bytes: [UInt8], from before: [LogLine]) {
        verified = before
        var start = 0
        var number = 0
        while start < bytes.count {
            number += 1
            guard let end = bytes[start...].firstIndex(of: 0x0A) else {
                left.append(
                    Left(
                        line: number, byte: start + 1, bytes: bytes[start...],
                        problem: "an incomplete end of \(bytes.count - start) bytes, which was never acknowledged",
                        isLoss: false))
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
            let index = read.number - (verified.first?.number ?? read.number)
            if verified.indices.contains(index), verified[index].hash == read.hash {
                left.append(
                    Left(
                        line: line, byte: byte, bytes: bytes, problem: "entry \(read.number) again", isLoss: false)
                )
                return
            }
            _ = try read.entry()
            do throws(ValueError) {
                if !(verified.isEmpty && read.sort == .base) {
                    try read.expect(((verified.last?.number ?? 0) + 1, verified.last?.hash ?? ""))
                }
                verified.append(read)
            } catch {
                left.append(
                    Left(line: line, byte: byte, bytes: bytes, problem: error.problem, number: read.number))
                addToRun(read)
            }
        } catch {
            left.append(Left(line: line, byte: byte, bytes: bytes, problem: error.problem))
        }
    }

    private mutating func addToRun(_ line: LogLine) {
        if let last = runs.last?.last, line.number == last.number + 1, line.previous == last.hash {
            runs[runs.count - 1].append(line)
        } else {
            runs.append([line])
        }
    }

    /// A group at the end that was not finished does not hold.
    private mutating func dropOpenGroup() {
        guard let begin = LogFile.openGroup(of: verified) else { return }
        for line in verified[begin...] {
            left.append(
                Left(
                    line: line.line, byte: line.byte, bytes: line.bytes, problem: "a part of a group that has no end"))
        }
        verified.removeSubrange(begin...)
    }
}

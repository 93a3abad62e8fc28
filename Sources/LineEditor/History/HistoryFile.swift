import Glibc

/// The file that keeps entries between runs and shares them between shells that are open at once.
///
/// An entry is appended as it is entered, by one write under an advisory lock. A file that is not there has no entries, and
/// one that is no regular file, such as `/dev/null`, keeps none; what the system refuses is told.
struct HistoryFile {
    private static let newline = UInt8(ascii: "\n")
    private static let largestRead = 64 << 20

    let path: String
    let limit: Int

    /// The newest entries, oldest first. A file that has grown well beyond the limit is cut to it.
    func load() throws(OpenFile.Failure) -> [String] {
        let file: OpenFile
        do { file = try OpenFile(path: path, flags: O_RDONLY, mode: 0) } catch {
            switch error {
            case .notRegular, .refused(ENOENT), .refused(ENOTDIR): return []
            case .refused: throw error
            }
        }
        let lines = lines(of: try file.readTail(atMost: Self.largestRead))
        // What cannot be cut stays as long as it is, and loses nothing.
        if lines.count > limit + limit / 4 { try? trim() }
        return lines.suffix(limit).map(HistoryLine.decode)
    }

    /// Adds an entry behind those of this and every other shell.
    func append(_ entry: String) throws(OpenFile.Failure) {
        createFolder()
        do throws(OpenFile.Failure) {
            let file = try lockedFile()
            var line = Array(HistoryLine.encode(entry).utf8) + [Self.newline]
            if let last = file.lastByte, last != Self.newline { line.insert(Self.newline, at: 0) }
            file.makePrivate()
            try file.write(line)
        } catch {
            if case .notRegular = error { return }
            throw error
        }
    }

    private func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: Self.newline)
    }

    /// The file, opened for appending and locked. Another shell may have replaced it while this one waited for the lock.
    private func lockedFile(needsLock: Bool = false) throws(OpenFile.Failure) -> OpenFile {
        for _ in 0..<8 {
            let file = try OpenFile(path: path, flags: O_RDWR | O_APPEND | O_CREAT, mode: 0o600)
            if !file.lock(), needsLock { break }
            if file.isStill(at: path) { return file }
        }
        throw .refused(EAGAIN)
    }

    /// Writes the newest entries to a file under a name that nobody has and puts that in the place of the old one, so that
    /// a crash leaves either the one or the other.
    private func trim() throws(OpenFile.Failure) {
        let file = try lockedFile(needsLock: true)
        guard let target = realpath(path, nil) else { throw .refused(errno) }
        defer { free(target) }
        let targetPath = String(cString: target)
        let newPath = targetPath + "." + String(UInt64.random(in: 0...UInt64.max), radix: 16)
        let kept = lines(of: try file.readTail(atMost: Self.largestRead)).suffix(limit)
        let new = try OpenFile(path: newPath, flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
        do throws(OpenFile.Failure) {
            new.makePrivate()
            try new.write(Array(kept.joined(separator: [Self.newline])) + [Self.newline])
            try new.flush()
            if rename(newPath, targetPath) != 0 { throw OpenFile.Failure.refused(errno) }
        } catch {
            unlink(newPath)
            throw error
        }
    }

    private func createFolder() {
        var folder = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
            folder += part + "/"
            if folder != "/" { mkdir(folder, 0o700) }
        }
    }
}

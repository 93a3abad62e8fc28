import Glibc

/// The file that keeps entries between runs and shares them between shells that are open at once.
///
/// An entry is appended as it is entered, by one write under an advisory lock. Nothing here is an error to the user: a
/// file that cannot be read has no entries, and one that cannot be written keeps none.
struct HistoryFile {
    private static let newline = UInt8(ascii: "\n")
    private static let largestRead = 64 << 20

    let path: String
    let limit: Int

    /// The newest entries, oldest first. A file that has grown well beyond the limit is cut to it.
    func load() -> [String] {
        guard let file = OpenFile(path: path, flags: O_RDONLY, mode: 0) else { return [] }
        let lines = lines(of: file.readTail(atMost: Self.largestRead))
        if lines.count > limit + limit / 4 { trim() }
        return lines.suffix(limit).map(HistoryLine.decode)
    }

    /// Adds an entry behind those of this and every other shell.
    func append(_ entry: String) {
        createFolder()
        guard let file = lockedFile() else { return }
        var line = Array(HistoryLine.encode(entry).utf8) + [Self.newline]
        if let last = file.lastByte, last != Self.newline { line.insert(Self.newline, at: 0) }
        file.makePrivate()
        file.write(line)
    }

    private func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: Self.newline)
    }

    /// The file, opened for appending and locked. Another shell may have replaced it while this one waited for the lock.
    private func lockedFile() -> OpenFile? {
        for _ in 0..<8 {
            guard let file = OpenFile(path: path, flags: O_RDWR | O_APPEND | O_CREAT, mode: 0o600) else { return nil }
            file.lock()
            if file.isStill(at: path) { return file }
        }
        return nil
    }

    /// Writes the newest entries to a file under a name that nobody has and puts that in the place of the old one, so that
    /// a crash leaves either the one or the other.
    private func trim() {
        guard let file = lockedFile(), let target = realpath(path, nil) else { return }
        defer { free(target) }
        let targetPath = String(cString: target)
        let newPath = targetPath + "." + String(UInt64.random(in: 0...UInt64.max), radix: 16)
        let kept = lines(of: file.readTail(atMost: Self.largestRead)).suffix(limit)
        guard let new = OpenFile(path: newPath, flags: O_WRONLY | O_CREAT | O_EXCL, mode: 0o600) else { return }
        new.makePrivate()
        let complete = new.write(Array(kept.joined(separator: [Self.newline])) + [Self.newline]) && new.flush()
        if !complete || rename(newPath, targetPath) != 0 { unlink(newPath) }
    }

    private func createFolder() {
        var folder = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
            folder += part + "/"
            if folder != "/" { mkdir(folder, 0o700) }
        }
    }
}

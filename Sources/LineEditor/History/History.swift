import Glibc

/// The entries of this run and of earlier ones, oldest first.
struct History {
    private(set) var entries: [String]
    private let path: String?
    private var file: HistoryFile?
    private var limit: Int
    /// Why entries of earlier runs are not here, or those of this run are not kept.
    private(set) var problem: String?

    init(path: String?, limit: Int) {
        self.path = path
        self.limit = max(limit, 0)
        file = limit > 0 ? path.map { HistoryFile(path: $0, limit: limit) } : nil
        entries = []
        do throws(OpenFile.Failure) { entries = try file?.load() ?? [] } catch { note(error) }
    }

    /// Keeps another number of entries from now on; a file that was left alone is read now.
    mutating func keep(atMost limit: Int) {
        let known = entries
        self = History(path: path, limit: limit)
        if path == nil { entries = Array(known.suffix(max(limit, 0))) }
    }

    private mutating func note(_ failure: OpenFile.Failure) {
        guard case .refused(let code) = failure, let path else { return }
        problem = "the history in '\(path)' cannot be kept: \(String(cString: strerror(code)))"
    }

    /// Keeps an entry, unless it is empty, begins with a space or repeats the one before it.
    mutating func remember(_ entry: String) {
        guard limit > 0, entry.first != " ", entry.contains(where: { !$0.isWhitespace }) else { return }
        guard entry != entries.last else { return }
        entries.append(entry)
        if entries.count > limit { entries.removeFirst() }
        do throws(OpenFile.Failure) { try file?.append(entry) } catch { note(error) }
    }

    /// The newest entry before `index` that begins with `prefix` and differs from `text`.
    func index(before index: Int, beginningWith prefix: String, otherThan text: String) -> Int? {
        entries[..<index].lastIndex { begins($0, with: prefix) && $0 != text }
    }

    /// The oldest entry after `index` that begins with `prefix` and differs from `text`.
    func index(after index: Int, beginningWith prefix: String, otherThan text: String) -> Int? {
        entries[min(index + 1, entries.count)...].firstIndex { begins($0, with: prefix) && $0 != text }
    }

    /// Bytes are compared, not canonical equivalence: this runs over every entry at every key.
    private func begins(_ entry: String, with prefix: String) -> Bool {
        entry.utf8.starts(with: prefix.utf8)
    }

    /// What the newest entry that begins with `text` adds to it, where all of that can be shown: an entry that goes on in
    /// further lines, as a pasted block does, is no suggestion, since it would bring commands that nobody saw.
    func suggestion(for text: String) -> String? {
        let length = text.utf8.count
        let newline = UInt8(ascii: "\n")
        let found = entries.last { entry in
            begins(entry, with: text) && entry.utf8.count > length && !entry.utf8.dropFirst(length).contains(newline)
        }
        return found.map { String(decoding: $0.utf8.dropFirst(length), as: UTF8.self) }
    }
}

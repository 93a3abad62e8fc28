import DossierLanguage
import DossierModel

/// The logs of a session in their order: what was folded and kept, then the log itself.
package struct LogArchive {
    package let source: LogSource

    package init(source: LogSource) {
        self.source = source
    }

    /// A log with those before it.
    struct Parts {
        /// The logs, the oldest first; the last is the log itself.
        var logs: [LogLines] = []
        /// The names of the files before the last.
        var archives: [String] = []
        /// The file that is not there.
        var missing: String?
    }

    /// The logs that lead to this one, as far as they are there.
    ///
    /// - Throws: a storage error where one of them does not hold, or ends elsewhere than the next goes on.
    func parts(of log: LogLines) throws(StorageError) -> Parts {
        var parts = Parts(logs: [log])
        while let first = parts.logs[0].lines.first, first.sort == .base {
            guard case .base(let base) = try first.entry(in: source.path).action, let name = base.archive else { break }
            let path = AtomicFile.folder(of: source.path) + "/" + name
            guard let bytes = try LogSource(disk: source.disk, path: path).bytes() else {
                parts.missing = name
                break
            }
            let archived = try LogFile.read(bytes, path: path, watch: source.watch).log
            guard archived.count == first.number - 1, archived.head == first.previous else {
                throw StorageError(
                    "'\(path)' does not end where entry \(first.number) of '\(source.path)' continues", exit: .badData)
            }
            parts.logs.insert(archived, at: 0)
            parts.archives.insert(name, at: 0)
        }
        return parts
    }

    /// The hashes of a log and of what was folded before it.
    package func chain(of log: LogLines) throws(StorageError) -> LogChain {
        let parts = try parts(of: log)
        var chain = LogChain(archives: parts.archives, missingArchive: parts.missing)
        if let start = parts.logs.first?.start, start.count > 0 {
            chain.links.append(LogChain.Link(number: start.count, at: nil, hash: start.head))
        }
        for line in parts.logs.flatMap(\.lines) {
            chain.links.append(
                LogChain.Link(number: line.number, at: try line.entry(in: source.path).at, hash: line.hash))
        }
        return chain
    }
}

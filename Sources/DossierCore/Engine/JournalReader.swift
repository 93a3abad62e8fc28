/// The log as commands and views see it: what is not in memory is read, and proved, when it is asked for.
struct JournalReader: LogReading {
    let log: LogLines
    /// The entries of the script that runs, which are not in the log yet.
    let pending: [LogLine]
    /// The file of the session; nil where it is in memory only.
    let path: String?
    let disk: any Disk
    let session: Session
    let watch: (any WorkWatch)?

    var count: Int { log.count }

    func entries(last limit: Int?, at place: Place) throws(Diagnostic) -> [LogEntry] {
        do throws(StorageError) {
            let isHeld = limit.map { $0 <= log.lines.count } ?? false
            let lines = isHeld ? log.lines : try log.whole().lines
            var entries: [LogEntry] = []
            for line in limit.map({ lines.suffix($0) }) ?? lines[...] {
                entries.append(try line.entry(in: log.file?.path ?? "the log"))
            }
            return entries
        } catch {
            throw .storage(error, at: place)
        }
    }

    func steps(at place: Place) throws(Diagnostic) -> [LogEntry] {
        do throws(StorageError) {
            var entries: [LogEntry] = []
            for line in try log.whole().lines + pending {
                entries.append(try line.entry(in: log.file?.path ?? "the log"))
            }
            return entries
        } catch {
            throw .storage(error, at: place)
        }
    }

    func chain(at place: Place) throws(Diagnostic) -> LogChain {
        do throws(StorageError) {
            let source = LogSource(
                disk: disk, path: path.map(SessionStore.logPath) ?? "the log", watch: watch)
            return try LogArchive(source: source).chain(of: try log.whole())
        } catch {
            throw .storage(error, at: place)
        }
    }

    func faults() -> [StorageFault] {
        guard let path else { return [] }
        return StorageCheck(path: path, disk: disk, session: session, head: log.head, watch: watch).faults()
    }
}

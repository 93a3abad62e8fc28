import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierStorage

/// The log as commands and views see it: what is not in memory is read, and proved, when it is asked for.
struct JournalReader: LogReading {
    /// Whose log it is: held itself, since what is asked of it is seldom asked, and a part of it would be copied for each
    /// command.
    let engine: Engine

    private var journal: Journal { engine.journal }

    var count: Int { journal.log.count }

    /// The log as it stands, on which no other thread is at work.
    private var log: LogLines {
        journal.settle()
        return journal.log
    }

    func entries(last limit: Int?, at place: Place) throws(Diagnostic) -> [LogEntry] {
        do throws(StorageError) {
            let log = log
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
            let log = log
            var entries: [LogEntry] = []
            for line in try log.whole().lines + journal.pendingLines() {
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
                disk: engine.disk, path: engine.path.map(SessionStore.logPath) ?? "the log",
                watch: engine.surroundings.watch)
            return try LogArchive(source: source).chain(of: try log.whole())
        } catch {
            throw .storage(error, at: place)
        }
    }

    func faults() -> [StorageFault] {
        guard let path = engine.path else { return [] }
        return StorageCheck(
            path: path, disk: engine.disk, session: engine.session, head: log.head,
            watch: engine.surroundings.watch
        ).faults()
    }
}

import DossierAnalysis
import DossierEngine
import DossierStorage
import DossierTime
import Glibc
import Synchronization

/// The real clock, user and files.
enum SystemSurroundings {
    static func make(watch: TerminalWatch? = nil) -> Surroundings {
        let clock = Clock()
        return Surroundings(
            now: { clock.now() }, author: author, folder: folder, files: DiskFiles(PosixDisk()), watch: watch,
            home: environment("HOME").hasPrefix("/") ? environment("HOME") : nil)
    }

    private static func text(of seconds: Int) -> String {
        let day = Day(number: seconds.dividedReportingOverflow(by: 86_400).partialValue)
        let second = seconds % 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day)T\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
    }

    /// The time in UTC: `2024-10-21T09:30:00Z`. The text of the last second is kept, since many commands fit into one.
    private final class Clock: Sendable {
        private let last = Mutex((second: -1, text: ""))

        func now() -> String {
            let second = time(nil)
            return last.withLock { last in
                if last.second != second { last = (second, SystemSurroundings.text(of: second)) }
                return last.text
            }
        }
    }

    private static var author: String {
        for name in ["DOSSIER_AUTHOR", "USER", "LOGNAME"] where !environment(name).isEmpty { return environment(name) }
        return "unknown"
    }

    /// The folder in which the program was started; nil where it is gone since, or may not be known.
    static var folder: String? {
        guard let path = getcwd(nil, 0) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    /// A path from the command line, beginning at `/`.
    static func absolute(_ path: String) throws(StorageError) -> String {
        if path.hasPrefix("/") { return path }
        guard let folder else { throw .withoutFolder(path) }
        return folder + "/" + path
    }
}

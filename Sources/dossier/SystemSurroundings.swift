import DossierCore
import Glibc

/// The real clock, user and files.
enum SystemSurroundings {
    static func make() -> Surroundings {
        Surroundings(now: now, author: author, folder: folder, files: DiskFiles(PosixDisk()))
    }

    /// The time in UTC: `2024-10-21T09:30:00Z`.
    @Sendable
    static func now() -> String {
        let seconds = time(nil)
        let day = Day(number: seconds.dividedReportingOverflow(by: 86_400).partialValue)
        let second = seconds % 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day)T\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
    }

    private static var author: String {
        for name in ["DOSSIER_AUTHOR", "USER", "LOGNAME"] where !environment(name).isEmpty { return environment(name) }
        return "unknown"
    }

    static var folder: String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }
}

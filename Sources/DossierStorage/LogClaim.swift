/// A session's log, open and locked. It is taken before the files are read, so that what was read stays so.
struct LogClaim {
    /// Its open descriptor; nil where there is no log, or it cannot be had.
    private(set) var descriptor: Int32?
    /// Which file it is.
    private(set) var identity: FileIdentity?
    /// How many bytes it holds.
    private(set) var size = 0
    /// Whether it was made for this.
    private(set) var isMade = false
    /// Why it cannot be had; nil where it can.
    private(set) var obstacle: Obstacle?
    /// What the user should know.
    private(set) var warnings: [String] = []

    /// Why a log cannot be had.
    enum Obstacle {
        /// Another process has it: `process 4321 (dossier)`.
        case held(by: String)
        /// The system does not allow it.
        case refused(DiskFailure)
    }

    /// Opens and locks a log; one that is not there is made only where that is asked for.
    ///
    /// - Parameter seconds: how long to wait for another process that has it.
    /// - Throws: why the disk fails; then nothing is left open.
    static func take(
        _ path: String, on disk: any Disk, makes: Bool, waiting seconds: Double
    ) throws(DiskFailure) -> LogClaim {
        for _ in 0..<attempts {
            let isThere = try disk.status(path) != nil
            if !isThere, !makes { return LogClaim() }
            var claim = LogClaim()
            claim.isMade = !isThere
            let descriptor: Int32
            do { descriptor = try disk.open(path, .append) } catch {
                guard error.isRefusal else { throw error }
                claim.obstacle = .refused(error)
                return claim
            }
            do throws(DiskFailure) {
                if try claim.lock(descriptor, path, on: disk, waiting: seconds) { return claim }
            } catch {
                disk.close(descriptor)
                // Who had it took it away again, or put another in its place.
                if error.meansFileIsGone { continue }
                throw error
            }
            disk.close(descriptor)
            return claim
        }
        throw .isAnother(path, "other processes keep creating and removing it")
    }

    private static let attempts = 100

    /// Locks what was opened; false where another process has it.
    private mutating func lock(
        _ descriptor: Int32, _ path: String, on disk: any Disk, waiting seconds: Double
    ) throws(DiskFailure) -> Bool {
        do throws(DiskFailure) {
            if try !disk.lock(descriptor, path: path, waiting: seconds) {
                obstacle = .held(by: LogClaim.holder(of: path, on: disk))
                return false
            }
        } catch {
            guard error.meansNoLocks else { throw error }
            warnings.append(
                "'\(path)' cannot be locked (\(error.reason)): nothing keeps another process from writing it too")
        }
        guard let status = try disk.status(path) else { throw .isGone(path) }
        (self.descriptor, identity, size) = (descriptor, status.identity, status.size)
        return true
    }

    /// Who holds the lock of a log, as far as the system says so.
    static func holder(of path: String, on disk: any Disk) -> String {
        guard let process = disk.lockHolder(path), process > 0 else { return "another process" }
        return "process \(process)" + (disk.programName(of: process).map { " (\($0))" } ?? "")
    }

    /// Gives it back; one that was made for this goes again.
    func giveBack(_ path: String, on disk: any Disk) {
        guard let descriptor else { return }
        if isMade, (try? disk.status(path))??.identity == identity { try? disk.remove(path) }
        disk.close(descriptor)
    }
}

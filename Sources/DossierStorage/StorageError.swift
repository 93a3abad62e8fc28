import DossierLanguage
import Glibc

/// Why a session cannot be opened, read or written.
package struct StorageError: Error, Sendable, Hashable {
    /// What is wrong, as a sentence without a full stop, with the file in it.
    package let problem: String
    /// What helps: one sentence a line.
    package let notes: [String]
    /// The code with which a program ends that stops here.
    package let exit: Diagnostic.ExitCode
    /// Whether another program has changed a file of the open session.
    package let isFromOutside: Bool

    package init(_ problem: String, notes: [String] = [], exit: Diagnostic.ExitCode, isFromOutside: Bool = false) {
        self.problem = problem
        self.notes = notes
        self.exit = exit
        self.isFromOutside = isFromOutside
    }

    /// What was ended by the user before it was read whole.
    static func cancelled(_ path: String) -> StorageError {
        StorageError("'\(path)' was not read to its end: cancelled", exit: .failure)
    }

    /// A path that begins at a folder which is gone.
    package static func withoutFolder(_ path: String) -> StorageError {
        StorageError(
            "'\(path)' cannot be found: the working folder no longer exists", notes: ["use a path that begins with /"],
            exit: .noInput)
    }

    /// A session that another process writes for longer than a program waits.
    static func inUse(_ path: String, by holder: String, waited seconds: Double) -> StorageError {
        let time = seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
        return StorageError(
            "'\(path)' is in use: \(holder) has it open (waited \(time) s)",
            notes: ["--wait SECONDS waits longer; --read-only needs no lock"], exit: .temporaryFailure)
    }

    /// A file of the open session that another program has changed since: nothing of it is written over.
    static func changedOutside(_ path: String, _ what: String) -> StorageError {
        StorageError(
            "'\(path)' was changed outside the program: \(what)",
            notes: ["'open' reads the session again; 'save PATH' saves this one under another name"],
            exit: .badData, isFromOutside: true)
    }

    package init(reading failure: DiskFailure) {
        self.init("'\(failure.path)' cannot be read: \(failure.reason)", exit: .of(failure, else: .inputOutput))
    }

    package init(writing failure: DiskFailure) {
        if failure.meansChangedOutside {
            self = .changedOutside(failure.path, failure.reason)
            return
        }
        self.init(
            "'\(failure.path)' cannot be written: \(failure.reason)",
            exit: .of(failure, else: .inputOutput, missing: .cannotCreate))
    }
}

extension Diagnostic.ExitCode {
    /// The code of a failure of the system.
    package static func of(_ failure: DiskFailure, else other: Self, missing: Self = .noInput) -> Self {
        switch failure.code {
        case 0: missing == .cannotCreate ? missing : .badData
        case ENOENT, ENOTDIR, ENAMETOOLONG, ELOOP: missing
        case EACCES, EPERM, EROFS: .noPermission
        case EISDIR: .badData
        default: other
        }
    }
}

extension DiskFailure {
    /// Whether the system does not allow it, rather than failing at it.
    var isRefusal: Bool { [EACCES, EPERM, EROFS].contains(code) }

    /// Whether the program refuses the file for what it is.
    var isUnfit: Bool { code == 0 }

    /// Whether the file system has no locks.
    package var meansNoLocks: Bool { [ENOLCK, EOPNOTSUPP, ENOSYS].contains(code) }

    /// Whether the name that was to be free is taken.
    var meansNameIsTaken: Bool { code == EEXIST }

    /// Whether the file that was open has lost its name to another, or for good.
    var meansFileIsGone: Bool { [ENOENT, ESTALE].contains(code) }

    /// A file that was there a moment ago.
    static func isGone(_ path: String) -> DiskFailure {
        DiskFailure(path: path, code: ENOENT, reason: "the file no longer exists")
    }

    /// A file that another process has locked.
    package static func isHeld(_ path: String, _ reason: String) -> DiskFailure {
        DiskFailure(path: path, code: EWOULDBLOCK, reason: reason)
    }

    /// A file that is not as it was left.
    package static func isAnother(_ path: String, _ reason: String) -> DiskFailure {
        DiskFailure(path: path, code: ESTALE, reason: reason)
    }

    /// Whether another program has changed what was open.
    var meansChangedOutside: Bool { code == ESTALE }

    /// Whether the file system has no second names for a file.
    var meansNoLinks: Bool { [EPERM, EOPNOTSUPP, ENOSYS, EMLINK, EXDEV].contains(code) }
}

extension Diagnostic {
    /// An error of storage, at the place of what led to it.
    package static func storage(_ error: StorageError, at place: Place) -> Diagnostic {
        Diagnostic(.storage, error.problem, at: place, notes: error.notes, exit: error.exit)
    }
}

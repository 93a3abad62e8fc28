import DossierLanguage
import DossierModel

/// What the outside supplies: the time, the author, the files that may be read and written.
///
/// Tests and replays pin it; commands have no other way out.
package struct Surroundings: Sendable {
    /// The time that the log writes down: RFC 3339, UTC, whole seconds.
    package var now: @Sendable () -> String
    /// Who works.
    package var author: String
    /// The folder that relative paths begin at: that of the script, or that in which the shell was started; nil where that is
    /// gone. No symbolic link stands in it.
    package var folder: String?
    /// The folder in which the person stands, which no script changes: errors name files as they can be opened from there.
    package let startFolder: String?
    /// The folder that `~/` means where a person types it; nil where there is none.
    package var home: String?
    /// Whether a script is running: it reads below its folder only and writes only where it may.
    package var isScript = false
    /// The folder below which a script may write, without symbolic links in it; nil where it may not.
    package var writableFolder: String?
    /// The files.
    package var files: any FileAccess
    /// Who sees how far long work has come, and may want it to end; nil where nobody waits.
    package var watch: (any WorkWatch)?

    /// Makes surroundings from their parts.
    package init(
        now: @escaping @Sendable () -> String, author: String, folder: String?, files: any FileAccess,
        isScript: Bool = false, writableFolder: String? = nil, watch: (any WorkWatch)? = nil, home: String? = nil
    ) {
        self.now = now
        self.author = author
        self.folder = folder
        startFolder = folder
        self.home = home
        self.files = files
        self.isScript = isScript
        self.writableFolder = writableFolder
        self.watch = watch
    }

    /// A path as it can be opened from where the person stands: short where it lies below that folder.
    package func shown(_ path: String) -> String {
        guard let folder = startFolder, folder != "/", path.utf8.starts(with: (folder + "/").utf8) else { return path }
        return String(path.dropFirst(folder.count + 1))
    }

    /// Whether the user wants the command that runs to end.
    package var isCancelled: Bool { watch?.isCancelled ?? false }

    /// A piece of long work; `stride` is how many of its steps take about a millisecond.
    package func work(_ title: String, _ unit: Progress.Unit, of total: Int, stride: Int = 1_024) -> Work {
        Work(title, unit, of: total, stride: stride, for: watch)
    }
}

/// Files as commands see them. Paths are absolute.
package protocol FileAccess: Sendable {
    /// The bytes of a document: a regular file of at most 64 MiB.
    ///
    /// - Throws: why the system refuses, or what the file is else.
    func read(_ path: String) throws(FileFailure) -> [UInt8]

    /// The bytes of a document that the user named, be it one that comes through a pipe: `/dev/stdin`, `<(…)` of a shell.
    ///
    /// - Throws: why the system refuses, or what the file is else.
    func readGiven(_ path: String) throws(FileFailure) -> [UInt8]

    /// The bytes of a file of data, a regular one of at most 4 GiB, without a copy where that is worth while.
    ///
    /// - Throws: why the system refuses.
    func bytes(of path: String) throws(FileFailure) -> StateBytes

    /// The path with every symbolic link followed: where a file stands, or would stand.
    func resolved(_ path: String) -> String

    /// The same files where a path that leads over a symbolic link is a failure: for paths that were resolved and found to lie
    /// where they may, whatever is put in their place meanwhile.
    var withoutLinks: any FileAccess { get }
}

/// Why a file cannot be read or written.
package struct FileFailure: Error, Sendable, Hashable {
    /// The file.
    package let path: String
    /// What the system says: `No such file or directory`.
    package let reason: String
    /// The code with which a program ends that stops here.
    package let exit: Diagnostic.ExitCode

    /// Makes a failure from its parts.
    package init(path: String, reason: String, exit: Diagnostic.ExitCode) {
        self.path = path
        self.reason = reason
        self.exit = exit
    }
}

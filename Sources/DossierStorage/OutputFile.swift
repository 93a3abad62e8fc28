import DossierLanguage

/// A file that is written for the user: whole or not at all where it is a file, else as it comes.
///
/// A symbolic link is followed: the file that it leads to is written, and the link stays.
package struct OutputFile {
    private let disk: any Disk
    /// Its path, links followed.
    package let path: String
    /// Its path as it was given: what is no file may have no other.
    private let given: String
    /// The name under which the user knows it.
    package let name: String
    /// What stands there; nil where the name is free.
    package let status: DiskStatus?
    /// Whether it is no file that could be replaced, but a pipe, a terminal, a device, or where standard output goes: what is
    /// written to it goes on from there.
    package let isStream: Bool
    /// The code with which a program ends where another file is there.
    private let taken: Diagnostic.ExitCode

    /// Takes a file.
    ///
    /// - Parameter isReachedOverLinks: whether its path may lead over symbolic links.
    /// - Throws: a storage error where it is a folder, or one of those that are kept.
    package init(
        _ given: String, named name: String, keeping kept: KeptFiles, taken: Diagnostic.ExitCode = .cannotCreate,
        isReachedOverLinks: Bool = true
    ) throws(StorageError) {
        self.given = given
        self.name = name
        disk = isReachedOverLinks ? kept.disk : kept.disk.withoutLinks
        self.taken = taken
        path = disk.resolved(given)
        do throws(DiskFailure) {
            status = try disk.status(given)
            isStream = try OutputFile.isStream(status, on: kept.disk)
        } catch {
            throw StorageError(writing: error)
        }
        if status?.isFolder == true {
            throw StorageError("'\(name)' is a folder; give the name of a file", exit: kept.refusal)
        }
        try kept.check(path, named: name)
    }

    private static func isStream(_ status: DiskStatus?, on disk: any Disk) throws(DiskFailure) -> Bool {
        guard let status else { return false }
        if status.kind == .other { return true }
        for stream in ["/dev/stdout", "/dev/stderr"] where try disk.status(stream)?.identity == status.identity {
            return true
        }
        return false
    }

    /// Looks whether what stands there may be replaced.
    ///
    /// - Throws: a storage error where something stands there and the user did not say that it may go, or where it is
    ///   write-protected.
    package func checkReplacing(_ overwrites: Bool) throws(StorageError) {
        guard let status else { return }
        if !overwrites { throw .isThere(name, exit: taken) }
        if status.permissions & 0o222 == 0 {
            throw StorageError(
                "'\(name)' is write-protected", notes: ["'chmod u+w' makes it writable"], exit: .noPermission)
        }
    }

    /// Writes it; gives what then stands there.
    ///
    /// - Throws: a storage error with the system's reason, or where a file came meanwhile under a name that was free.
    package func write(_ bytes: [UInt8]) throws(StorageError) -> DiskStatus? {
        do throws(DiskFailure) {
            if isStream {
                try pass(bytes)
                return nil
            }
            let file = AtomicFile(disk: disk, path: path)
            let written = try file.write(CollectionOfOne(bytes[...]))
            try file.commit(written, replaces: status != nil)
            return written.status
        } catch {
            if status == nil, error.meansNameIsTaken { throw .isThere(name, exit: taken) }
            throw StorageError(writing: error)
        }
    }

    /// Writes to what is there and stays there.
    private func pass(_ bytes: [UInt8]) throws(DiskFailure) {
        let descriptor = try disk.open(given, .existing)
        defer { disk.close(descriptor) }
        try disk.writeAll(bytes[...], to: descriptor, path: given)
    }
}

extension StorageError {
    static func isThere(_ name: String, exit: Diagnostic.ExitCode) -> StorageError {
        StorageError("'\(name)' exists already; --overwrite replaces it", exit: exit)
    }
}

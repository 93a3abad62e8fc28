/// Replaces a file atomically: writes a temporary file beside it, syncs it, renames it over the old file, and syncs the folder.
/// An existing file keeps its permissions.
///
/// The temporary file has a unique name and stays locked until it is renamed. If the program is killed, the lock is gone, and the
/// next program that writes the same file removes the leftover.
package struct AtomicFile {
    let disk: any Disk
    let path: String

    /// The file is written but has not got its name yet.
    struct Written {
        let temporary: String
        let status: DiskStatus
        /// Its open descriptor, which holds its lock.
        fileprivate let descriptor: Int32
    }

    /// What takes the pieces of a file, each as it stands in memory.
    typealias Sink = (UnsafeRawBufferPointer) throws(DiskFailure) -> Void

    /// Writes the temporary file; a failure names the file that was meant.
    func write(_ pieces: (Sink) throws(DiskFailure) -> Void) throws(DiskFailure) -> Written {
        do throws(DiskFailure) {
            clearLeftovers()
            let made = try make()
            return try write(pieces, to: made.temporary, made.descriptor)
        } catch {
            throw DiskFailure(path: path, code: error.code, reason: error.reason)
        }
    }

    /// Writes the temporary file from pieces that stand in memory.
    func write(_ pieces: some Sequence<ArraySlice<UInt8>>) throws(DiskFailure) -> Written {
        try write { (put) throws(DiskFailure) in
            for piece in pieces {
                try piece.withUnsafeBufferPointer { (bytes) throws(DiskFailure) in
                    try put(UnsafeRawBufferPointer(bytes))
                }
            }
        }
    }

    private func write(
        _ pieces: (Sink) throws(DiskFailure) -> Void, to temporary: String, _ descriptor: Int32
    ) throws(DiskFailure) -> Written {
        do throws(DiskFailure) {
            try pieces { (piece) throws(DiskFailure) in
                try disk.writeAll(piece, to: descriptor, path: temporary)
            }
            try disk.sync(descriptor, path: temporary)
            guard let status = try disk.status(temporary) else { throw .isGone(temporary) }
            return Written(temporary: temporary, status: status, descriptor: descriptor)
        } catch {
            disk.close(descriptor)
            try? disk.remove(temporary)
            throw error
        }
    }

    /// Makes the temporary file under a free name, and locks it.
    private func make() throws(DiskFailure) -> (temporary: String, descriptor: Int32) {
        let permissions = try disk.status(path)?.permissions
        for _ in 0..<8 {
            let temporary = TemporaryName.any(for: path)
            let descriptor: Int32
            do { descriptor = try disk.open(temporary, .create(permissions: permissions)) } catch {
                if error.meansNameIsTaken { continue }
                throw error
            }
            do throws(DiskFailure) {
                if try isLocked(descriptor, temporary) { return (temporary, descriptor) }
                disk.close(descriptor)
            } catch {
                disk.close(descriptor)
                try? disk.remove(temporary)
                throw error
            }
        }
        throw DiskFailure(path: path, code: 17, reason: "there is no free name for a temporary file")
    }

    /// Locks the temporary file. Who clears leftovers away may have been quicker: then another is made.
    private func isLocked(_ descriptor: Int32, _ temporary: String) throws(DiskFailure) -> Bool {
        do { return try disk.lock(descriptor, path: temporary) } catch {
            // Where there are no locks nobody clears anything away.
            if error.meansNoLocks { return true }
            if error.meansFileIsGone { return false }
            throw error
        }
    }

    /// Removes what programs that were killed left of this file. Nothing depends on it, so no failure is told.
    private func clearLeftovers() {
        let folder = AtomicFile.folder(of: path)
        guard let names = try? disk.names(in: folder) else { return }
        for name in names where TemporaryName.isOne(name, for: path) {
            let leftover = AtomicFile.path(of: name, in: folder)
            guard (try? disk.status(leftover))??.kind == .regular,
                let descriptor = try? disk.open(leftover, .existing)
            else { continue }
            if (try? disk.lock(descriptor, path: leftover)) == true { try? disk.remove(leftover) }
            disk.close(descriptor)
        }
    }

    /// Gives the temporary file the name, in the place of a file that is there, or only where the name is free; a failure
    /// removes it.
    func commit(_ written: Written, replaces: Bool = true) throws(DiskFailure) {
        do { try rename(written, replaces: replaces) } catch {
            discard(written)
            throw error
        }
        try disk.syncFolder(AtomicFile.folder(of: path))
    }

    /// Gives the temporary file the name; a failure leaves it, and a power cut may take the name away again.
    func rename(_ written: Written, replaces: Bool) throws(DiskFailure) {
        try disk.rename(written.temporary, to: path, replaces: replaces)
        disk.close(written.descriptor)
    }

    /// Removes the temporary file.
    func discard(_ written: Written) {
        try? disk.remove(written.temporary)
        disk.close(written.descriptor)
    }

    /// The path of a name in a folder.
    static func path(of name: String, in folder: String) -> String { (folder == "/" ? "" : folder) + "/" + name }

    package static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(Substring(path.utf8[..<slash]))
    }

    /// The name of a file without the folders before it.
    static func name(of path: String) -> String {
        path.utf8.last == UInt8(ascii: "/") ? "" : path.pathNames.last ?? path
    }
}

extension Disk {
    /// Puts bytes in the place of a file, or under a name that must be free, whole or not at all.
    package func put(_ bytes: [UInt8], at path: String, replaces: Bool) throws(DiskFailure) {
        let file = AtomicFile(disk: self, path: path)
        try file.commit(try file.write(CollectionOfOne(bytes[...])), replaces: replaces)
    }

    /// Keeps a file under a second name, which must be free; where the file system has none, as a copy.
    func keep(_ path: String, as other: String) throws(DiskFailure) {
        do throws(DiskFailure) { try link(path, to: other) } catch {
            if !error.meansNoLinks { throw error }
            try put(try read(path), at: other, replaces: false)
        }
        try syncFolder(AtomicFile.folder(of: path))
    }
}

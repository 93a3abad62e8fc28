/// Writes a file whole or not at all: to a temporary file beside it, synced, renamed over it, the folder synced.
/// A file that was there keeps its permissions.
struct AtomicFile {
    let disk: any Disk
    let path: String

    /// The file is written but has not got its name yet.
    struct Written {
        let temporary: String
        let status: DiskStatus
    }

    /// What takes the pieces of a file, each as it stands in memory.
    typealias Sink = (UnsafeRawBufferPointer) throws(DiskFailure) -> Void

    /// Writes the temporary file; a failure names the file that was meant.
    func write(_ pieces: (Sink) throws(DiskFailure) -> Void) throws(DiskFailure) -> Written {
        do { return try write(pieces, to: path + ".new") } catch {
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

    private func write(_ pieces: (Sink) throws(DiskFailure) -> Void, to temporary: String) throws(DiskFailure)
        -> Written
    {
        try disk.remove(temporary)
        let descriptor = try disk.open(temporary, .create(permissions: try disk.status(path)?.permissions))
        do throws(DiskFailure) {
            try pieces { (piece) throws(DiskFailure) in
                try disk.writeAll(piece, to: descriptor, path: temporary)
            }
            try disk.sync(descriptor, path: temporary)
            guard let status = try disk.status(temporary) else {
                throw DiskFailure(path: temporary, code: 2, reason: "the file is gone")
            }
            disk.close(descriptor)
            return Written(temporary: temporary, status: status)
        } catch {
            disk.close(descriptor)
            try? disk.remove(temporary)
            throw error
        }
    }

    /// Gives the temporary file the name.
    func commit(_ written: Written) throws(DiskFailure) {
        do throws(DiskFailure) {
            try disk.rename(written.temporary, to: path)
        } catch {
            try? disk.remove(written.temporary)
            throw error
        }
        try disk.syncFolder(AtomicFile.folder(of: path))
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The name of a file without the folders before it.
    static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}

extension Disk {
    /// Puts bytes in the place of a file, whole or not at all.
    public func replace(_ path: String, with bytes: [UInt8]) throws(DiskFailure) {
        let file = AtomicFile(disk: self, path: path)
        try file.commit(try file.write(CollectionOfOne(bytes[...])))
    }
}

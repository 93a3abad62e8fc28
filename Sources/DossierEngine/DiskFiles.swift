import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierStorage

/// The files of a disk as commands see them.
package struct DiskFiles: FileAccess {
    private let disk: any Disk

    /// Takes the disk.
    package init(_ disk: any Disk) { self.disk = disk }

    /// The same files, each reached over folders alone.
    package var withoutLinks: any FileAccess { DiskFiles(disk.withoutLinks) }

    /// Reads a document.
    package func read(_ path: String) throws(FileFailure) -> [UInt8] {
        try reading { () throws(DiskFailure) in try disk.read(path, atMost: FileLimit.document) }
    }

    /// Reads a document, or what the shell that started the program handed to it as one.
    package func readGiven(_ path: String) throws(FileFailure) -> [UInt8] {
        guard let descriptor = DiskFiles.descriptor(in: path) else { return try read(path) }
        return try reading { () throws(DiskFailure) in
            try disk.read(descriptor: descriptor, path: path, atMost: FileLimit.document)
        }
    }

    /// The descriptor that a path names, as `/dev/stdin` and `<(…)` of a shell do.
    static func descriptor(in path: String) -> Int32? {
        if path == "/dev/stdin" { return 0 }
        for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
            return Int32(path.dropFirst(folder.count)).flatMap { $0 >= 0 ? $0 : nil }
        }
        return nil
    }

    /// Maps a large file of data.
    package func bytes(of path: String) throws(FileFailure) -> StateBytes {
        try reading { () throws(DiskFailure) in try disk.bytes(of: path) }
    }

    private func reading<Bytes>(_ body: () throws(DiskFailure) -> Bytes) throws(FileFailure) -> Bytes {
        do { return try body() } catch {
            throw FileFailure(path: error.path, reason: error.reason, exit: .of(error, else: .inputOutput))
        }
    }

    /// Follows symbolic links.
    package func resolved(_ path: String) -> String { disk.resolved(path) }
}

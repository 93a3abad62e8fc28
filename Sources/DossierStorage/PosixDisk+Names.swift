import CLinux
import Glibc

/// The names of files: what stands under them, and how they come and go.
extension PosixDisk {
    /// What the system knows of a file.
    package func status(_ path: String) throws(DiskFailure) -> DiskStatus? {
        do throws(DiskFailure) {
            return try at(path) { (folder, name) throws(DiskFailure) in
                var status = stat()
                let flags = followsLinks ? 0 : AT_SYMLINK_NOFOLLOW
                guard fstatat(folder, name, &status, flags) == 0 else { throw PosixDisk.failure(path) }
                if status.st_mode & S_IFMT != S_IFLNK { return DiskStatus(status) }
                errno = ELOOP
                throw PosixDisk.failure(path)
            }
        } catch {
            if error.code == ENOENT || error.code == ENOTDIR { return nil }
            throw error
        }
    }

    /// Renames a file.
    package func rename(_ path: String, to other: String, replaces: Bool) throws(DiskFailure) {
        let flags = replaces ? 0 : rename_noreplace
        let isDone = try at(path) { (folder, name) throws(DiskFailure) in
            try at(other) { (newFolder, newName) throws(DiskFailure) in
                if renameat2(folder, name, newFolder, newName, flags) == 0 { return true }
                // Not every file system can do it in one step; a second name is refused too where it is taken.
                if !replaces, [EINVAL, ENOSYS, EOPNOTSUPP].contains(errno) { return false }
                throw PosixDisk.failure(other)
            }
        }
        if isDone { return }
        try link(path, to: other)
        try remove(path)
    }

    /// Gives a file a second name.
    package func link(_ path: String, to other: String) throws(DiskFailure) {
        try at(path) { (folder, name) throws(DiskFailure) in
            try at(other) { (newFolder, newName) throws(DiskFailure) in
                if linkat(folder, name, newFolder, newName, 0) != 0 { throw PosixDisk.failure(other) }
            }
        }
    }

    /// Removes a file.
    package func makeFolder(_ path: String) throws(DiskFailure) {
        try at(path) { (folder, name) throws(DiskFailure) in
            if mkdirat(folder, name, 0o777) != 0, errno != EEXIST { throw PosixDisk.failure(path) }
        }
    }

    /// Removes a file.
    package func remove(_ path: String) throws(DiskFailure) {
        try at(path) { (folder, name) throws(DiskFailure) in
            if unlinkat(folder, name, 0) != 0, errno != ENOENT { throw PosixDisk.failure(path) }
        }
    }

    /// The names in a folder.
    package func names(in folder: String) throws(DiskFailure) -> [String] {
        let descriptor = try opened(folder, O_RDONLY | O_DIRECTORY)
        guard let directory = fdopendir(descriptor) else {
            let failure = PosixDisk.failure(folder)
            close(descriptor)
            throw failure
        }
        defer { closedir(directory) }
        var names: [String] = []
        errno = 0
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        if errno != 0 { throw PosixDisk.failure(folder) }
        return names
    }

    /// Follows symbolic links, one that leads to nothing too.
    package func resolved(_ path: String) -> String {
        // What the system would not open for its length stays as it is.
        path.utf8.count < PATH_MAX ? resolved(path, linksLeft: 40) : path
    }

    /// As far as a path exists realpath(3) follows it; the last name may be free, or a link to one that is.
    private func resolved(_ path: String, linksLeft: Int) -> String {
        if let resolved = realpath(path, nil) {
            defer { free(resolved) }
            return String(cString: resolved)
        }
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex else { return path }
        let folder = resolved(String(path[..<slash]), linksLeft: linksLeft)
        let whole = (folder == "/" ? "" : folder) + path[slash...]
        guard linksLeft > 0, let target = PosixDisk.target(of: whole) else { return whole }
        return resolved(target.hasPrefix("/") ? target : folder + "/" + target, linksLeft: linksLeft - 1)
    }

    /// What stands in a symbolic link; nil where the path is none.
    private static func target(of path: String) -> String? {
        let most = Int(PATH_MAX)
        let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            count = buffer.withMemoryRebound(to: CChar.self) { buffer in
                buffer.baseAddress.map { max(0, readlink(path, $0, most)) } ?? 0
            }
        }
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
}

extension DiskStatus {
    fileprivate init(_ status: stat) {
        let nanoseconds = String(status.st_mtim.tv_nsec)
        let padded = String(repeating: "0", count: max(0, 9 - nanoseconds.utf8.count)) + nanoseconds
        self.init(
            identity: FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)),
            kind: DiskStatus.kind(of: status.st_mode), size: Int(status.st_size),
            modified: "\(status.st_mtim.tv_sec).\(padded)", permissions: UInt32(status.st_mode & 0o7777))
    }

    private static func kind(of mode: mode_t) -> DiskStatus.Kind {
        switch mode & S_IFMT {
        case S_IFREG: .regular
        case S_IFDIR: .folder
        default: .other
        }
    }
}

import CLinux
import Glibc

/// Reaches a folder name by name, over no symbolic link: who has looked where a path leads gets what was there, or nothing,
/// whatever is put in its place meanwhile.
enum FolderWalk {
    /// Opens a folder by its absolute path, to open files in it.
    ///
    /// - Parameter file: the path that an error names.
    static func open(_ folder: String, for file: String) throws(DiskFailure) -> Int32 {
        let flags = open_path_only | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        var current = Glibc.open("/", flags)
        if current < 0 { throw PosixDisk.failure(file) }
        for name in folder.pathNames {
            let next = openat(current, name, flags)
            let failure = next < 0 ? PosixDisk.failure(file) : nil
            _ = close(current)
            if let failure { throw failure }
            current = next
        }
        return current
    }
}

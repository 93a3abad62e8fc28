import Glibc

/// Who holds a file, and where it lies.
extension PosixDisk {
    /// Takes the lock. A file whose place another has taken meanwhile cannot be locked.
    package func lock(_ descriptor: Int32, path: String, waiting seconds: Double) throws(DiskFailure) -> Bool {
        let end = PosixDisk.now + seconds
        // A longer pause each time, so that a short wait is short and a long one costs little.
        var pause: useconds_t = 1_000
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            if errno != EWOULDBLOCK { throw PosixDisk.failure(path) }
            if PosixDisk.now >= end { return false }
            usleep(pause)
            pause = min(pause * 2, 50_000)
        }
        var opened = stat()
        var named = stat()
        guard fstat(descriptor, &opened) == 0, stat(path, &named) == 0 else { throw PosixDisk.failure(path) }
        if opened.st_ino == named.st_ino, opened.st_dev == named.st_dev { return true }
        errno = ESTALE
        throw PosixDisk.failure(path)
    }

    /// Seconds on a clock that never goes back.
    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The holder of a lock, from the kernel's list of locks: `1: FLOCK ADVISORY WRITE 1234 08:01:5678 0 EOF`.
    package func lockHolder(_ path: String) -> Int32? {
        var status = stat()
        guard stat(path, &status) == 0, let bytes = try? read("/proc/locks") else { return nil }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count > 5, words[1] == "FLOCK",
                let inode = words[5].split(separator: ":").last.flatMap({ UInt64($0) }), inode == status.st_ino
            else { continue }
            return Int32(words[4])
        }
        return nil
    }

    /// The name of a process's program, as proc(5) gives it: its first 15 bytes.
    package func programName(of process: Int32) -> String? {
        guard let bytes = try? read("/proc/\(process)/comm") else { return nil }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init)
    }

    /// The network file system of a folder, by the mounts of this process.
    package func networkFileSystem(of folder: String) -> String? {
        guard let bytes = try? read("/proc/self/mountinfo") else { return nil }
        return MountTable(bytes).networkFileSystem(of: resolved(folder))
    }
}

import DossierModel
import Glibc

/// How files are read: opened once, looked at, and read from the same descriptor.
extension PosixDisk {
    /// Reads a file.
    package func read(_ path: String, atMost limit: Int) throws(DiskFailure) -> [UInt8] {
        try reading(path, atMost: limit) { (descriptor, size) throws(DiskFailure) in
            try PosixDisk.all(of: path, size: size, atMost: limit) { Glibc.read(descriptor, $0, $1) }
        }
    }

    /// Reads what comes through a descriptor that was open when the program started.
    package func read(descriptor: Int32, path: String, atMost limit: Int) throws(DiskFailure) -> [UInt8] {
        try PosixDisk.all(of: path, size: 1 << 16, atMost: limit) { memory, count in
            while true {
                let got = Glibc.read(descriptor, memory, count)
                guard got < 0, errno == EAGAIN else { return got }
                var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                poll(&wait, 1, -1)
            }
        }
    }

    /// From this size on a file is mapped; smaller ones are read as fast.
    private static let mapped = 16 << 20

    /// Maps a large file, reads a small one.
    package func bytes(of path: String, atMost limit: Int) throws(DiskFailure) -> StateBytes {
        try reading(path, atMost: limit) { (descriptor, size) throws(DiskFailure) in
            if size < PosixDisk.mapped {
                return StateBytes(
                    try PosixDisk.all(of: path, size: size, atMost: limit) { Glibc.read(descriptor, $0, $1) })
            }
            guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_NORESERVE, descriptor, 0),
                memory != MAP_FAILED
            else { throw PosixDisk.failure(path) }
            // Advice alone: without it the pages come when they are asked for.
            _ = madvise(memory, size, MADV_WILLNEED)
            nonisolated(unsafe) let mapping = memory
            return StateBytes(first: UnsafePointer(memory.assumingMemoryBound(to: UInt8.self)), count: size) {
                _ = munmap(mapping, size)
            }
        }
    }

    /// Reads a range of a file.
    package func read(_ path: String, in range: Range<Int>) throws(DiskFailure) -> [UInt8] {
        try reading(path, atMost: .max) { (descriptor, _) throws(DiskFailure) in
            try read(descriptor: descriptor, path: path, in: range)
        }
    }

    /// Reads a range of an open file.
    package func read(descriptor: Int32, path: String, in range: Range<Int>) throws(DiskFailure) -> [UInt8] {
        let size = Int(try FileKind.regularStatus(of: descriptor, path).st_size)
        let range = range.clamped(to: 0..<size)
        if range.count > FileLimit.data { throw DiskFailure(path, size: range.count, limit: FileLimit.data) }
        var place = range.lowerBound
        return try PosixDisk.bytes(upTo: range.count, of: path) { memory, count in
            let got = pread(descriptor, memory, count, place)
            place += max(got, 0)
            return got
        }
    }

    /// Opens a regular file that is no larger than what is read, and closes it again. Opening waits for nobody.
    private func reading<Result>(
        _ path: String, atMost limit: Int, _ body: (Int32, _ size: Int) throws(DiskFailure) -> Result
    ) throws(DiskFailure) -> Result {
        let descriptor = try opened(path, O_RDONLY | O_NONBLOCK | O_NOCTTY)
        defer { close(descriptor) }
        let size = Int(try FileKind.regularStatus(of: descriptor, path).st_size)
        if size > limit { throw DiskFailure(path, size: size, limit: limit) }
        return try body(descriptor, size)
    }

    /// Reads to the end of a file: as many bytes as it is said to have, then what it has more, as one that grows, or one of
    /// the system, which has no size.
    ///
    /// - Parameter read: reads some into memory, as read(2) does.
    private static func all(
        of path: String, size: Int, atMost limit: Int, read: (UnsafeMutablePointer<UInt8>?, Int) -> Int
    ) throws(DiskFailure) -> [UInt8] {
        var all = try bytes(upTo: size + 1, of: path, read: read)
        if all.count <= size { return all }
        while all.count <= limit {
            let more = try bytes(upTo: 1 << 16, of: path, read: read)
            if more.isEmpty { return all }
            all += more
        }
        throw DiskFailure(path, size: nil, limit: limit)
    }

    /// Reads up to so many bytes, fewer where the file ends before.
    private static func bytes(
        upTo most: Int, of path: String, read: (UnsafeMutablePointer<UInt8>?, Int) -> Int
    ) throws(DiskFailure) -> [UInt8] {
        try expectMemory(of: most, for: path)
        var failure: DiskFailure?
        let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            while count < most {
                let got = read(buffer.baseAddress.map { $0 + count }, most - count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = PosixDisk.failure(path) }
                if got <= 0 { return }
                count += got
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Asks the system for memory, before an array does that: an array that gets none ends the program.
    private static func expectMemory(of count: Int, for path: String) throws(DiskFailure) {
        if count < 1 << 20 { return }
        guard let memory = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            memory != MAP_FAILED
        else { throw PosixDisk.failure(path) }
        _ = munmap(memory, count)
    }
}

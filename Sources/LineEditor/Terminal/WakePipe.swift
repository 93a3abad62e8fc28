import Glibc

/// A pipe by which a signal handler wakes the loop that waits for a key.
///
/// A handler may do next to nothing, and an interrupted `poll` alone would lose the signal that comes just before it.
/// The byte in the pipe is the signal's number.
struct WakePipe: Sendable {
    let readEnd: Int32
    private let writeEnd: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        let isOpen = pipe(&ends) == 0
        let isReady =
            isOpen
            && ends.allSatisfy { end in
                fcntl(end, F_SETFD, FD_CLOEXEC) == 0 && fcntl(end, F_SETFL, O_NONBLOCK) == 0
            }
        if isOpen, !isReady {
            for end in ends { close(end) }
        }
        readEnd = isReady ? ends[0] : -1
        writeEnd = isReady ? ends[1] : -1
    }

    /// Whether the system had one to give; without it signals are lost.
    var isOpen: Bool { readEnd >= 0 }

    /// Safe within a signal handler (POSIX.1-2017, section 2.4.3).
    func send(_ signal: Int32) {
        let savedError = errno
        var byte = UInt8(truncatingIfNeeded: signal)
        write(writeEnd, &byte, 1)
        errno = savedError
    }

    /// The next signal that came, if one did.
    func receive() -> Int32? {
        var byte: UInt8 = 0
        return read(readEnd, &byte, 1) == 1 ? Int32(byte) : nil
    }

    func drain() {
        while receive() != nil {}
    }
}

/// One for the process, because signals belong to the process.
let wakePipe = WakePipe()

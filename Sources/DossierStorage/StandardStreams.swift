import Glibc

/// Standard input, output and error, as the process that started this one left them.
package enum StandardStreams {
    /// Opens each stream that is closed on `/dev/null`, so that no file that is opened later gets its number and takes in
    /// what is printed. Call it before anything else is opened.
    ///
    /// A stream that was closed then behaves as `/dev/null`: there is nothing to read, and what is written is gone.
    ///
    /// - Returns: false where that fails; the process must then open nothing.
    package static func occupy() -> Bool {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // A file gets the lowest number that is free; those below this one are taken.
            if open("/dev/null", O_RDWR) != descriptor { return false }
        }
        return true
    }
}

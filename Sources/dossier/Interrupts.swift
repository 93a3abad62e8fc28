import Glibc
import Synchronization

/// What Ctrl-C does while something runs.
enum Interrupts {
    /// From now on it asks the command that runs to end: the first says that a second does so.
    static func askCommands() {
        forget()
        if isatty(STDERR_FILENO) == 1 {
            handle { _ in
                // The terminal has written ^C.
                Interrupts.say("\r\u{1B}[K")
                if count.add(1, ordering: .relaxed).newValue == 1 {
                    Interrupts.say("press Ctrl-C again to cancel\r\n")
                }
            }
        } else {
            handle { _ in count.add(1, ordering: .relaxed) }
        }
    }

    /// From now on it ends the program as ever, after it has erased the line that shows progress.
    static func endProgram() {
        var before = sigaction()
        sigaction(SIGINT, nil, &before)
        // A program that runs in the background is not meant.
        if unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) == 1 { return }
        handle { signal in
            Interrupts.say("\r\u{1B}[K")
            Glibc.signal(signal, SIG_DFL)
            raise(signal)
        }
    }

    /// A command has ended: what came is not meant for the next.
    static func forget() { count.store(0, ordering: .relaxed) }

    /// Whether it came twice since a command began.
    static var areEnough: Bool { count.load(ordering: .relaxed) >= 2 }

    /// Safe within a signal handler (POSIX.1-2017, section 2.4.3).
    private static func say(_ message: StaticString) {
        let savedError = errno
        _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
        errno = savedError
    }

    private static func handle(_ handler: @escaping @convention(c) (Int32) -> Void) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = SA_RESTART
        sigaction(SIGINT, &action, nil)
    }
}

/// How often Ctrl-C came. One for the process, because signals belong to the process.
private let count = Atomic(0)

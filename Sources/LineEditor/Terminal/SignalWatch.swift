import Glibc

/// Sends the signals that matter while a line is read to the wake pipe, and gives them back afterwards.
struct SignalWatch {
    private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT]

    private let previous: [(signal: Int32, action: sigaction)]

    init() {
        wakePipe.drain()
        previous = Self.signals.map { signal in
            var action = sigaction()
            var before = sigaction()
            action.__sigaction_handler.sa_handler = { wakePipe.send($0) }
            action.sa_flags = SA_RESTART
            sigaction(signal, &action, &before)
            return (signal, before)
        }
    }

    func end() {
        for (signal, action) in previous {
            var action = action
            sigaction(signal, &action, nil)
        }
    }

    /// Does what the signal would have done had nobody watched it.
    func deliver(_ signal: Int32) {
        for (watched, action) in previous where watched == signal {
            var action = action
            var watching = sigaction()
            sigaction(signal, &action, &watching)
            raise(signal)
            sigaction(signal, &watching, nil)
        }
    }
}

import Glibc

/// Keys from standard input, one byte at a time, so that what belongs to the next program stays in the terminal.
struct KeyReader {
    enum Event: Equatable {
        case byte(UInt8)
        case signal(Int32)
        case end
    }

    private static let chunkSize = 4096

    /// Bytes that were read too far.
    private var pending: ArraySlice<UInt8> = []
    /// How many bytes were handed out, to tell whether two keys came one after the other.
    private(set) var count = 0

    /// The next byte or signal. `nil` where none came within the milliseconds given; a negative number waits for ever.
    mutating func next(within milliseconds: Int32 = -1) -> Event? {
        if let byte = pending.popFirst() {
            count += 1
            return .byte(byte)
        }
        while true {
            if let signal = wakePipe.receive() { return .signal(signal) }
            var waits = [
                pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
                pollfd(fd: wakePipe.readEnd, events: Int16(POLLIN), revents: 0),
            ]
            let ready = poll(&waits, nfds_t(waits.count), milliseconds)
            if ready == 0 { return nil }
            if ready < 0 && errno != EINTR { return .end }
            guard ready > 0, waits[0].revents != 0 else { continue }
            var byte: UInt8 = 0
            switch Glibc.read(STDIN_FILENO, &byte, 1) {
            case 1:
                count += 1
                return .byte(byte)
            case 0: return .end
            default:
                if errno != EINTR && errno != EAGAIN { return .end }
            }
        }
    }

    mutating func putBack(_ bytes: some Collection<UInt8>) {
        pending = ArraySlice(bytes) + pending
        count -= bytes.count
    }

    /// The next byte of what cannot be interrupted by a change of size. `nil` where the input was closed, or a signal came
    /// that is kept for the next call of `next`.
    mutating func nextByte() -> UInt8? {
        while true {
            switch next() {
            case .byte(let byte): return byte
            case .signal(SIGWINCH), .signal(SIGCONT), nil: continue
            case .signal(let signal):
                wakePipe.send(signal)
                return nil
            case .end: return nil
            }
        }
    }

    /// Reads up to and without the bytes that end a paste. `nil` where they did not come.
    mutating func read(until end: [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = []
        while true {
            guard let byte = nextByte() else { return nil }
            bytes.append(byte)
            if bytes.suffix(end.count) == end[...] { return bytes.dropLast(end.count) }
            if bytes.last != end.last { fill() }
        }
    }

    /// Takes what is there at once: a paste is long, and a call for each of its bytes is slow.
    private mutating func fill() {
        guard pending.isEmpty else { return }
        var wait = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, 0) == 1 else { return }
        let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
            count = max(Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count), 0)
        }
        pending = chunk[...]
    }
}

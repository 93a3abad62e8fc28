import Glibc

/// Lines from an input that cannot be edited: a file, a pipe, or a terminal that can only print.
struct PlainReader {
    private static let chunkSize = 65_536
    private static let newline = UInt8(ascii: "\n")

    private var pending: ArraySlice<UInt8> = []
    private let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1

    /// One entry. The prompts are written only where a person sees them.
    mutating func read(prompt: String, continuation: String, isComplete: (String) -> Bool) -> LineEditor.Entry {
        let watch = isTerminal ? SignalWatch() : nil
        defer { watch?.end() }
        var text = ""
        show(prompt)
        while true {
            switch readLine(watch: watch, prompt: text.isEmpty ? prompt : continuation) {
            case .text(let line):
                text += line
                if isComplete(text) { return .text(text) }
                text += "\n"
                show(continuation)
            case .interrupted: return .interrupted
            case .endOfInput:
                if isTerminal { Terminal.write("\n") }
                if text.hasSuffix("\n") { text.removeLast() }
                return text.isEmpty ? .endOfInput : .text(text)
            }
        }
    }

    private func show(_ prompt: String) {
        if isTerminal { Terminal.write(Prompt.plain(prompt)) }
    }

    private mutating func readLine(watch: SignalWatch?, prompt: String) -> LineEditor.Entry {
        var line: [UInt8] = []
        while true {
            if let end = pending.firstIndex(of: Self.newline) {
                line += pending[..<end]
                pending = pending[(end + 1)...]
                if line.last == UInt8(ascii: "\r") { line.removeLast() }
                return .text(String(decoding: line, as: UTF8.self))
            }
            line += pending
            pending = []
            switch fill() {
            case nil: continue
            case .end: return line.isEmpty ? .endOfInput : .text(String(decoding: line, as: UTF8.self))
            case .signal(SIGINT):
                Terminal.write("\n")
                return .interrupted
            case .signal(SIGCONT): show(prompt)
            case .signal(SIGHUP): return .endOfInput
            case .signal(let signal): if signal == SIGTERM { watch?.deliver(signal) }
            case .byte: continue
            }
        }
    }

    private mutating func fill() -> KeyReader.Event? {
        var waits = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wakePipe.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        if poll(&waits, isTerminal ? 2 : 1, -1) < 0 && errno != EINTR { return .end }
        if isTerminal, let signal = wakePipe.receive() { return .signal(signal) }
        guard waits[0].revents != 0 else { return nil }
        var failed = false
        let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
            let got = Glibc.read(STDIN_FILENO, buffer.baseAddress, buffer.count)
            failed = got < 0 && errno != EINTR && errno != EAGAIN || got == 0
            count = max(got, 0)
        }
        pending = chunk[...]
        return failed ? .end : nil
    }
}

import DossierModel
import DossierOutput
import Glibc
import Synchronization

/// The terminal before which a person waits: shows how far long work has come, and takes Ctrl-C.
final class TerminalWatch: WorkWatch {
    private struct State {
        var line = ProgressLine(at: TerminalWatch.now)
        var isHidden: Bool
        /// Whether what comes is written in lines of its own, for a screen reader.
        var isPlain = false
        /// Whether Ctrl-C ends the command that runs, not the program.
        var isShell = false
    }

    private let state: Mutex<State>
    private let hasEnded = Atomic(false)

    /// Watches for who sits before standard error, if it is a terminal on which things may move.
    init(isShown: Bool) {
        state = Mutex(State(isHidden: !isShown))
    }

    var isCancelled: Bool { Interrupts.areEnough || hasEnded.load(ordering: .relaxed) }

    /// Ends the command that runs and all later ones: nobody can be told what they answer.
    func endAll() { hasEnded.store(true, ordering: .relaxed) }

    /// Shows no progress from now on.
    func hide() { state.withLock { $0.isHidden = true } }

    /// Whether progress is written in lines of its own from now on.
    func setPlain(_ isPlain: Bool) { state.withLock { $0.isPlain = isPlain } }

    /// From now on Ctrl-C is for the command that runs.
    func takeInterrupts() {
        state.withLock { $0.isShell = true }
        Interrupts.askCommands()
    }

    /// From now on Ctrl-C ends the program again: what is left to do can be ended anywhere.
    func giveInterruptsBack() {
        state.withLock { $0.isShell = false }
        Interrupts.endProgram()
    }

    /// A command begins.
    func begin() {
        state.withLock { $0.line.begin(at: TerminalWatch.now) }
    }

    /// A command has ended: Ctrl-C that came is not meant for the next.
    func end() {
        erase()
        Interrupts.forget()
    }

    func note(_ progress: Progress) {
        state.withLock { state in
            if state.isHidden { return }
            let isFirst = !state.line.isDrawn
            guard let text = state.line.text(of: progress, at: TerminalWatch.now, isPlain: state.isPlain) else {
                return
            }
            if isFirst, !state.isShell { Interrupts.endProgram() }
            if state.isPlain {
                TerminalWatch.write(Palette(isColoured: false).render(text) + "\n")
                return
            }
            let line = text.cut(toWidth: max(1, Console.columns(of: STDERR_FILENO) - 1))
            TerminalWatch.write("\r" + Palette(isColoured: false).render(line) + "\u{1B}[K")
        }
    }

    /// Erases the line, so that something else can be written.
    func erase() {
        state.withLock { state in
            if state.line.isDrawn, !state.isPlain { TerminalWatch.write("\r\u{1B}[K") }
            state.line.erase()
        }
    }

    private static func write(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }

    /// A time that only grows, in seconds.
    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

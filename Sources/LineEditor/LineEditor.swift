import CEditline
import Glibc

/// Reads entries from a terminal with editing, completion and history, or plain lines where there is no terminal.
///
/// The keys are those of Emacs, or of vi if `~/.editrc` says so. Use it from one thread only.
public final class LineEditor {
    /// What the caller decided. A change holds from the next key on; the history's file holds from the start.
    public var settings: Settings {
        didSet { if settings.historyLimit != oldValue.historyLimit { past.keep(atMost: settings.historyLimit) } }
    }
    /// Finds what may stand at the cursor, a UTF-8 offset in the text: the whole entry so far, earlier lines with it.
    public var complete: (_ text: String, _ cursor: Int) -> Completion = { _, cursor in
        Completion(range: cursor..<cursor, candidates: [])
    }
    /// Whether an entry is whole, or goes on on the next line.
    public var isComplete: (_ text: String) -> Bool = { _ in true }

    /// `nil` where lines are read without editing.
    let editor: OpaquePointer?
    /// Names that libedit keeps pointers to.
    private let names: [UnsafeMutablePointer<wchar_t>]
    private var plainReader = PlainReader()
    private var problems: [String] = []
    private var toldOfHistory: String?

    lazy var past = History(path: settings.historyPath, limit: settings.historyLimit)
    var keys = KeyReader()
    /// The prompt of the line being edited, and the one shown now: a search has its own.
    private(set) var linePrompt = Prompt("")
    private(set) var prompt = Prompt("")
    /// The shown prompt where libedit reads it.
    private(set) var promptBuffer = UnsafeMutableBufferPointer<wchar_t>.allocate(capacity: 0)
    /// The lines of the entry that were entered before the one being edited, each with its newline.
    var earlierLines = ""
    var lineEnd: LineEnd?
    var pendingAction: PendingAction?
    var walk: HistoryWalk?
    var search: HistorySearch?
    /// The line behind which a suggestion was shown last.
    var suggestedFor: String?
    /// The count of keys at the last Tab.
    var lastCompletion: Int?
    var signals: SignalWatch?
    var drawing = Drawing(columns: 0)
    let usesViKeys: Bool

    /// Opens the terminal for editing.
    ///
    /// Where standard input or output is no terminal, or one that can only print, entries are read as plain lines; so they are
    /// where no locale has UTF-8, since libedit would then drop letters.
    /// - Throws: `LineEditorError.terminalUnavailable` where the terminal cannot be opened.
    public init(settings: Settings) throws(LineEditorError) {
        self.settings = settings
        let canEdit = Terminal.canEdit
        guard canEdit, Terminal.useUnicodeLocale() else {
            editor = nil
            names = []
            usesViKeys = false
            if canEdit { problems = [LineEditor.withoutLocale] }
            return
        }
        guard wakePipe.isOpen, let editor = editline_open(settings.programName) else { throw .terminalUnavailable }
        self.editor = editor
        names = Self.addFunctions(to: editor)
        usesViKeys = Self.configure(editor)
        editline_set_client_data(editor, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit {
        if let editor { el_end(editor) }
        names.forEach { $0.deallocate() }
        promptBuffer.deallocate()
    }

    /// Whether a person sits before standard input and output, be it at a terminal that can only print.
    public static var hasPerson: Bool { Terminal.hasPerson }

    /// Whether the terminal that the environment names has a screen, and is not one that can only print.
    public static var hasScreen: Bool { Terminal.hasScreen }

    /// The terminal's width; 80 where it has none.
    public var columns: Int { Terminal.columns }

    /// The entries of this run and of earlier ones, oldest first.
    public var history: [String] { past.entries }

    private static let withoutLocale =
        "there is no locale with UTF-8, so lines are read without editing; 'locale -a' lists what is installed"

    /// What the user should know and was not told yet.
    public func takeProblems() -> [String] {
        if let problem = past.problem, problem != toldOfHistory {
            problems.append(problem)
            toldOfHistory = problem
        }
        defer { problems = [] }
        return problems
    }

    /// Keeps an entry in the history and its file (mode 0600), at once and under a lock.
    ///
    /// An entry that begins with a space, is blank or repeats the one before it is not kept.
    public func remember(_ entry: String) {
        past.remember(entry)
    }

    /// Reads one entry, which goes on over several lines while `isComplete` says so.
    ///
    /// The prompts may hold colour sequences (ECMA-48 SGR). Any other control in them is shown, not obeyed.
    public func read(prompt: String, continuation: String) -> Entry {
        guard let editor, !settings.isPlain else {
            return plainReader.read(prompt: prompt, continuation: continuation, isComplete: isComplete)
        }
        let signals = SignalWatch()
        self.signals = signals
        Terminal.write(Terminal.pasteOn)
        defer {
            Terminal.write(Terminal.pasteOff)
            signals.end()
        }
        earlierLines = ""
        while true {
            switch readLine(editor, prompt: earlierLines.isEmpty ? prompt : continuation) {
            case .accepted(let line):
                if isComplete(earlierLines + line) { return .text(earlierLines + line) }
                earlierLines += line + "\n"
            case .interrupted: return .interrupted
            case .closed: return .endOfInput
            }
        }
    }

    private func readLine(_ editor: OpaquePointer, prompt: String) -> LineEnd {
        linePrompt = Prompt(prompt)
        setPrompt(linePrompt)
        lineEnd = nil
        pendingAction = nil
        walk = nil
        search = nil
        lastCompletion = nil
        drawing = Drawing(columns: columns)
        // Before the prompt is seen, so that the terminal neither echoes nor edits what is typed at once.
        editline_prepare_terminal(editor, 1)
        var count: Int32 = 0
        let line = el_wgets(editor, &count)
        if let lineEnd { return lineEnd }
        guard let line, count > 0 else { return .closed }
        let text = String(wideCharacters: UnsafeBufferPointer(start: line, count: Int(count)))
        return .accepted(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    }

    func setPrompt(_ prompt: Prompt) {
        self.prompt = prompt
        promptBuffer.deallocate()
        promptBuffer = .allocate(capacity: prompt.wideCharacters.count)
        _ = promptBuffer.initialize(from: prompt.wideCharacters)
    }
}

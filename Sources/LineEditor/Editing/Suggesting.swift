extension LineEditor {
    private static let longestSuggestedFor = 1_000

    /// Shows in faint type what the newest matching entry adds to the line. `false` where nothing was shown.
    ///
    /// Only behind the end of a line on a single row: what libedit does not know of, it must not have to move.
    func showSuggestion(in buffer: EditBuffer) -> Bool {
        suggestedFor = nil
        guard settings.suggestions, settings.color, Terminal.showsFaintType, search == nil, pendingAction == nil else {
            return false
        }
        guard !buffer.isEmpty, buffer.isAtEnd, buffer.scalarCount <= Self.longestSuggestedFor else { return false }
        let line = buffer.text
        let layout = CursorLayout(promptWidth: prompt.width, text: line, columns: columns)
        guard layout.row == 0, let suggestion = past.suggestion(for: earlierLines + line) else { return false }
        let shown = truncated(visible(suggestion), to: columns - layout.column - 1)
        guard !shown.isEmpty else { return false }
        suggestedFor = line
        Terminal.write("\u{1B}7\u{1B}[2m\(shown)\u{1B}[0m\u{1B}8")
        return true
    }

    func hideSuggestion() {
        Terminal.write("\u{1B}[K")
    }

    /// Puts in the part of the suggestion that `part` chooses, if one was shown behind the line as it is.
    func takeSuggestion(in buffer: EditBuffer, _ part: (String) -> Substring) -> Bool {
        let line = buffer.text
        guard suggestedFor == line, let suggestion = past.suggestion(for: earlierLines + line) else { return false }
        buffer.insert(String(part(suggestion)))
        return true
    }
}

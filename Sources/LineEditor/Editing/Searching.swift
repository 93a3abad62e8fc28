extension LineEditor {
    func beginSearch(_ direction: HistorySearch.Direction) -> KeyEffect {
        guard let editor else { return .bell }
        search = HistorySearch(from: past, original: EditBuffer(editor: editor).text, direction: direction)
        showSearch()
        return .refresh
    }

    /// Deals with a key while a search goes on. The answer is what libedit gets to see, `nil` for nothing.
    ///
    /// A key that the search does not know ends it, keeps what was found, and then does what it always does.
    func searchKey(_ key: Unicode.Scalar, in buffer: EditBuffer) -> Unicode.Scalar? {
        switch key {
        case "\u{12}": search?.next(.older, in: past)
        case "\u{13}": search?.next(.newer, in: past)
        case "\u{8}", "\u{7F}": search?.removeLast()
        case "\u{7}":
            let original = search?.original ?? ""
            endSearch()
            buffer.replace(with: original)
            return KeyBindings.redraw
        case _ where isTerminalControl(key):
            let isPlainEscape = key == "\u{1B}" && isAlone()
            endSearch()
            if !isPlainEscape { keys.putBack(String(key).utf8) }
            return KeyBindings.redraw
        default: search?.append(key, in: past)
        }
        showSearch()
        showMatch(in: buffer)
        return KeyBindings.redraw
    }

    private func showSearch() {
        guard let search else { return }
        setPrompt(Prompt(search.prompt))
    }

    private func showMatch(in buffer: EditBuffer) {
        guard let search else { return }
        let text = search.match ?? search.original
        buffer.replace(with: text)
        guard search.match != nil, let offset = CaselessPattern(search.query).offset(in: text) else { return }
        buffer.move(backOver: String(decoding: text.utf8.dropFirst(offset), as: UTF8.self))
    }

    private func endSearch() {
        search = nil
        setPrompt(linePrompt)
    }
}

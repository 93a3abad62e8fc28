import DossierText

/// Where a text is broken into lines: at spaces, between characters of two columns, and inside a word only where it is
/// longer than a line. The rules are a small part of Unicode Standard Annex #14.
struct LineBreaks {
    private let characters: [Character]
    private let limit: Int

    /// The lines of a text, as ranges of its characters, without the spaces at which it was broken.
    ///
    /// A newline ends a line. A character that is itself wider than the limit stands on a line alone.
    static func lines(of characters: [Character], toWidth limit: Int) -> [Range<Int>] {
        let breaks = LineBreaks(characters: characters, limit: max(1, limit))
        var lines: [Range<Int>] = []
        var start = 0
        while let end = breaks.endOfLine(from: start) {
            lines.append(start..<breaks.withoutSpaces(before: end, from: start))
            start = breaks.beginningOfLine(after: end)
        }
        let last = breaks.withoutSpaces(before: characters.count, from: start)
        return lines + [start..<last]
    }

    /// Where the line that begins at an index ends; nil where it holds all the rest.
    private func endOfLine(from start: Int) -> Int? {
        var width = 0
        var lastBreak: Int?
        for index in start..<characters.count {
            let character = characters[index]
            if character.isNewline { return index }
            if index > start, isBreak(before: index) { lastBreak = index }
            width += TextWidth.of(character)
            // Spaces at the end of a line may hang over its edge: they are not shown.
            if width > limit, index > start, !isSpace(character) { return lastBreak ?? index }
        }
        return nil
    }

    private func beginningOfLine(after end: Int) -> Int {
        if characters[end].isNewline { return end + 1 }
        var start = end
        while start < characters.count, isSpace(characters[start]) { start += 1 }
        return start
    }

    private func withoutSpaces(before end: Int, from start: Int) -> Int {
        var last = end
        while last > start, isSpace(characters[last - 1]) { last -= 1 }
        return last
    }

    private func isBreak(before index: Int) -> Bool {
        let left = characters[index - 1]
        let right = characters[index]
        if isSpace(right) { return false }
        if isSpace(left) { return true }
        guard TextWidth.of(left) == 2 || TextWidth.of(right) == 2 else { return false }
        return !Self.closing.contains(right) && !Self.opening.contains(left)
    }

    private func isSpace(_ character: Character) -> Bool {
        character == " " || character == "\u{3000}" || character == "\t"
    }

    private static let opening = Set("([{‘“«‹〈《「『【〔〖（［｛")
    private static let closing = Set(")]}’”»›〉》」』】〕〗）］｝,.;:!?…、。，．；：！？·・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々%％")
}

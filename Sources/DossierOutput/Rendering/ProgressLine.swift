import DossierLanguage
import DossierModel

/// The line that shows how far long work has come: whether it is drawn now, and what it says.
///
/// Nothing is shown of a command that takes no longer than a second. Times are in seconds, from whenever.
package struct ProgressLine: Sendable {
    /// How long a command lasts before anything is shown of it, and how long the line stands before it is drawn anew.
    private static let (patience, pause) = (1.0, 0.1)
    /// How long a line stands that is not drawn anew, but followed by another.
    private static let plainPause = 5.0

    private var commandBegan: Double
    private var piece = (title: "", began: 0.0)
    private var drawn: Double?

    /// Begins with the program.
    package init(at now: Double) { commandBegan = now }

    /// Whether the line stands on the terminal.
    package var isDrawn: Bool { drawn != nil }

    /// A command begins.
    package mutating func begin(at now: Double) { self = ProgressLine(at: now) }

    /// The line was erased.
    package mutating func erase() { drawn = nil }

    /// What is to be drawn now; nil where the line stays as it is.
    package mutating func text(of progress: Progress, at now: Double, isPlain: Bool = false) -> StyledText? {
        if piece.title != progress.title { piece = (progress.title, now) }
        guard now - commandBegan >= ProgressLine.patience else { return nil }
        if let drawn, now - drawn < (isPlain ? ProgressLine.plainPause : ProgressLine.pause) { return nil }
        drawn = now
        return ProgressText(progress, seconds: now - piece.began).text
    }
}

import CEditline
import Glibc

/// The terminal as a place to write to and to ask about.
enum Terminal {
    private static let defaultColumns = 80
    private static let defaultRows = 24

    static let pasteOn = "\u{1B}[?2004h"
    static let pasteOff = "\u{1B}[?2004l"

    /// The terminal's type, empty where the environment names none.
    static var type: String {
        getenv("TERM").map { String(cString: $0) } ?? ""
    }

    static var hasPerson: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Whether the terminal has a screen on which the cursor moves, and is not one that can only print.
    static var hasScreen: Bool { !type.isEmpty && type != "dumb" }

    static var canEdit: Bool { hasPerson && hasScreen }

    /// The DEC video terminals show faint type as plain, so that a suggestion would look like typed text.
    static var showsFaintType: Bool {
        !type.hasPrefix("vt")
    }

    static var columns: Int {
        let columns = Int(size?.ws_col ?? 0)
        return columns > 0 ? columns : defaultColumns
    }

    static var rows: Int {
        let rows = Int(size?.ws_row ?? 0)
        return rows > 0 ? rows : defaultRows
    }

    private static var size: winsize? {
        var size = winsize()
        let known = [STDOUT_FILENO, STDIN_FILENO].contains { ioctl($0, UInt(TIOCGWINSZ), &size) == 0 }
        return known ? size : nil
    }

    /// Writes through the stream that libedit writes through, so that the order of what is shown is the order of the calls.
    static func write(_ text: String) {
        fputs(text, editline_standard_output())
        fflush(editline_standard_output())
    }

    /// Keys are read and widths are measured by the locale's character set. One that is not UTF-8 would drop every
    /// character beyond ASCII in silence, so UTF-8 is taken where the environment does not say so.
    ///
    /// - Returns: false where the system has no locale with UTF-8; then nothing may be edited.
    static func useUnicodeLocale() -> Bool {
        ["", "C.UTF-8"].contains { (locale: String) in setlocale(LC_CTYPE, locale) != nil && isUnicode }
    }

    private static var isUnicode: Bool {
        nl_langinfo(nl_item(CODESET)).map { String(cString: $0) == "UTF-8" } ?? false
    }
}

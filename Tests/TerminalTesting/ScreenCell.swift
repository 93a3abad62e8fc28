/// One cell of a screen.
struct ScreenCell: Equatable {
    /// What the cell shows. A cell that a wide character to its left covers holds the empty string.
    var text = " "
    var isFaint = false
    /// Whether something was written there, be it a space, since the cell was erased.
    var isWritten = false

    static let blank = ScreenCell()
    static let covered = ScreenCell(text: "", isWritten: true)
}

/// How the editing of one line ended.
enum LineEnd {
    case accepted(String)
    case interrupted
    case closed
}

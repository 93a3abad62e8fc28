import CEditline

/// What libedit does after a key function.
enum KeyEffect: Int32 {
    case none = 0
    case refresh = 4
    case moveCursor = 5
    case bell = 6

    /// The number as libedit's key functions return it.
    var code: UInt8 { UInt8(truncatingIfNeeded: rawValue) }
}

import DossierModel

/// The end of a log from a line on that does not hold, as the power may leave it that fails during an append.
///
/// What was written and not synced may be there in any part: pages of it hold zeros, of which a line that was written holds
/// none, or what stood there before.
struct LogEnd {
    /// The bytes from the line on that does not hold.
    let bytes: ArraySlice<UInt8>
    /// The entry that should stand in it.
    let number: Int
    /// The entry that begins the group which is open there; nil where none is.
    let group: Int?

    /// Whether all of it belongs to one append that was never acknowledged, rather than to entries that were damaged since.
    var isTorn: Bool {
        var sound: [LogLine] = []
        var tellsEnd = false
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: 0x0A) {
            if let line = try? LogLine(reading: bytes[start...end]) {
                sound.append(line)
            } else if (try? LogLine.head(of: bytes[start...end]))?.sort == .end {
                // Its beginning says so, wherever it is damaged behind that.
                tellsEnd = true
            }
            start = end + 1
        }
        let isWhole = start == bytes.endIndex
        guard bytes.contains(0) else { return group != nil && sound.isEmpty && !tellsEnd }
        if sound.isEmpty { return true }
        let isEnded = isWhole && (try? sound.last?.entry())?.endedGroup == group ?? number
        if isEnded { sound.removeLast() }
        return (isEnded || group != nil) && sound.allSatisfy(\.sort.isChange)
    }
}

extension LogEntry {
    /// The entry that begins the group which this one ends.
    fileprivate var endedGroup: Int? {
        if case .end(let begin) = action { return begin }
        return nil
    }
}

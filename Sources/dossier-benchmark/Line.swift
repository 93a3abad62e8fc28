/// A piece of work that must be fast, with the peers that it is measured beside.
struct Line: Sendable {
    /// Its name on the command line.
    let name: String
    /// Whether its data grows with the size; one that does not is measured once.
    var grows = true
    /// Measures it.
    let measure: @Sendable (Workplace) -> [Row]

    /// Every line.
    static let all: [Line] = [
        start, openAndFilter, filterAndSort, textSearch, durableCommand, replayScript, importRows, saveState,
        completion,
        peakMemory, network, check, duplicates,
        timeReading, timeFilter,
    ]
}

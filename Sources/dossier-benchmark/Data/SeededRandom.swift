/// Numbers that are the same on every run (SplitMix64, Steele, Lea and Flood 2014).
struct SeededRandom {
    /// Where all data of the benchmark begins.
    static let seed: UInt64 = 2_024

    private var state: UInt64

    /// Numbers of one thing among many, whatever was made before it.
    init(_ stream: Int = 0) {
        state = SeededRandom.seed &+ UInt64(truncatingIfNeeded: stream) &* 0xD134_2543_DE82_EF95
    }

    /// A number from 0 up to the limit, without it.
    mutating func next(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
}

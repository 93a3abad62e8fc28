import Glibc

/// How much the tests do that make their cases at random or go through every byte: a sample on each run, or all of it.
///
/// `DOSSIER_EFFORT=full` runs every case, as `.ci/full` does in a release build. `DOSSIER_SEED` chooses the sample and the
/// new cases; a run without it takes a new seed and prints it, so that the same cases can be made again.
public enum Effort: String, Sendable {
    /// Some of the cases, others on each run.
    case sampled
    /// Every case.
    case full

    /// The effort that the environment asks for.
    public static let current = value("DOSSIER_EFFORT").flatMap(Effort.init) ?? .sampled

    /// The seed of the sample and of all new cases of a run.
    public static let seed: UInt64 = {
        if let seed = value("DOSSIER_SEED").flatMap({ UInt64($0) }) { return seed }
        let seed = UInt64.random(in: 1...999_999)
        print("DOSSIER_EFFORT=\(current) DOSSIER_SEED=\(seed) makes the cases of this run again")
        return seed
    }()

    /// A number by the effort, unless a variable of the environment gives it.
    public static func number(_ variable: String? = nil, sampled: Int, full: Int) -> Int {
        variable.flatMap(value).flatMap { Int($0) } ?? (current == .full ? full : sampled)
    }

    /// All cases in a full run, so many of them in another; in their order.
    public static func cases<Case>(_ all: some Sequence<Case>, sampled count: Int) -> [Case] {
        let all = Array(all)
        guard current == .sampled, count < all.count else { return all }
        var random = SplitMix64(seed: seed &+ UInt64(all.count))
        return all.indices.shuffled(using: &random).prefix(count).sorted().map { all[$0] }
    }

    /// The seeds of a property: fixed ones, in a sample only so many of them, and one that is new on each run.
    public static func seeds(_ fixed: [UInt64], sampled count: Int) -> [UInt64] {
        var random = SplitMix64(seed: seed)
        return cases(fixed, sampled: count) + [UInt64.random(in: 1_000...UInt64.max, using: &random)]
    }

    private static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

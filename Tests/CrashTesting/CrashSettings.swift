import Glibc
import TestSupport

/// How many kills, of which program, from which seed.
public struct CrashSettings: Sendable {
    /// How many kills.
    public var kills: Int
    /// What all choices but the clock's depend on.
    public var seed: UInt64
    /// The path of the program.
    public var program: String

    /// Takes `DOSSIER_KILLS`, `DOSSIER_SEED` and `DOSSIER_PROGRAM` from the environment where they are set; the program is
    /// else the one that was built beside this one.
    public init(sampled: Int, full: Int) {
        kills = Effort.number("DOSSIER_KILLS", sampled: sampled, full: full)
        seed = Effort.seed
        program = getenv("DOSSIER_PROGRAM").map { String(cString: $0) } ?? BuiltProgram.path(of: "dossier")
    }
}

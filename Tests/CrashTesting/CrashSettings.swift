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
    public init(kills: Int) {
        self.kills = CrashSettings.variable("DOSSIER_KILLS").flatMap { Int($0) } ?? kills
        seed = CrashSettings.variable("DOSSIER_SEED").flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999)
        program = CrashSettings.variable("DOSSIER_PROGRAM") ?? BuiltProgram.path(of: "dossier")
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

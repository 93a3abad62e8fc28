import Glibc

/// How much a test that makes its cases at random does: little by itself, much where the environment asks for it.
public enum Scale {
    /// A number that the environment gives, or another.
    public static func number(_ name: String, else usual: Int) -> Int { value(name) ?? usual }

    /// What all random cases of a run come from; printed with a failure, it makes them again.
    public static var seed: UInt64 { UInt64(number("DOSSIER_SEED", else: 0)) }

    private static func value(_ name: String) -> Int? {
        getenv(name).flatMap { Int(String(cString: $0)) }
    }
}

import Glibc

/// The programs of the package, which are built beside the one that runs the tests.
public enum BuiltProgram {
    private static let folder: String = {
        guard let own = realpath("/proc/self/exe", nil) else { return "" }
        defer { free(own) }
        return String(cString: own).split(separator: "/", omittingEmptySubsequences: false).dropLast()
            .joined(separator: "/")
    }()

    /// The variables of the environment that each of them is given too: the slip that .ci/long switches on.
    public static let variables: [String: String] = {
        let name = "DOSSIER_MUTATION"
        return getenv(name).map { [name: String(cString: $0)] } ?? [:]
    }()

    /// The path of a program.
    public static func path(of name: String) -> String { folder + "/" + name }
}

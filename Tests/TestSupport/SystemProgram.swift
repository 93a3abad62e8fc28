import Glibc

/// The programs of the system that some tests hold ours against.
public enum SystemProgram {
    /// Whether a program is installed.
    public static func isInstalled(_ name: String) -> Bool { access("/usr/bin/\(name)", X_OK) == 0 }

    /// Whether a test that needs a program runs: on a person's machine only where it is installed, but always where changes
    /// are checked, so that it fails there rather than being left out in silence.
    public static func isExpected(_ name: String) -> Bool { isInstalled(name) || getenv("CI") != nil }
}

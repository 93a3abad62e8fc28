/// What a crash broke, or why the driver could not go on.
public struct CrashFailure: Error, Sendable, CustomStringConvertible {
    /// What is wrong, with all that is needed to see it.
    public let description: String

    init(_ description: String) { self.description = description }
}

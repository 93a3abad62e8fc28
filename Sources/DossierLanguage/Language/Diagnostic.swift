import DossierTime

/// An error in what was typed: what is wrong, where, what is expected and what to type.
///
/// A diagnostic is made from a place, so it always has one.
public struct Diagnostic: Error, Sendable {
    /// Which of the errors there are.
    public let code: Code
    /// What is wrong, as a sentence without a full stop.
    public let message: String
    /// The words at fault.
    public let place: Place
    /// What was expected there.
    public var expectation: String?
    /// The nearest text that would be right.
    public var suggestion: String?
    /// What else helps: one sentence a line.
    public var notes: [String]
    /// The code with which a program ends that stops here.
    public var exit: ExitCode
    /// The id or name that no record has, where that is the error: a caller may know where else it is.
    public var missingName: String?

    /// Makes an error of its parts.
    public init(
        _ code: Code, _ message: String, at place: Place, expectation: String? = nil, suggestion: String? = nil,
        notes: [String] = [], exit: ExitCode = .failure
    ) {
        self.code = code
        self.message = message
        self.place = place
        self.expectation = expectation
        self.suggestion = suggestion
        self.notes = notes
        self.exit = exit
    }

    /// The codes with which the program ends, after sysexits(3).
    public enum ExitCode: Int32, Sendable {
        /// All went well.
        case success = 0
        /// A command or a script failed.
        case failure = 1
        /// The command line is not one of the program's.
        case usage = 64
        /// The input is not what it should be.
        case badData = 65
        /// There is no such file.
        case noInput = 66
        /// A file cannot be made.
        case cannotCreate = 73
        /// Reading or writing failed.
        case inputOutput = 74
        /// Another process is in the way; the same may go well later.
        case temporaryFailure = 75
        /// It is not allowed.
        case noPermission = 77
        /// The user interrupted it.
        case interrupted = 130
    }
}

extension Token {
    /// The error of a value, with this token as its place.
    public func invalid(_ error: ValueError) -> Diagnostic {
        Diagnostic(
            .invalidValue, error.problem, at: error.range.map(place(ofText:)) ?? place, expectation: error.expectation,
            suggestion: error.suggestion)
    }

    /// The place of some bytes of what it says; its own where they do not stand there as they are.
    public func place(ofText range: Range<Int>) -> Place {
        guard kind != .string || place.range.count == text.utf8.count + 2 else { return place }
        let shift = kind == .string ? 1 : 0
        return place.part((range.lowerBound + shift)..<max(range.upperBound + shift, range.lowerBound + shift + 1))
    }
}

/// What is wrong with a workbook.
public struct WorkbookFault: Error, Sendable, Hashable {
    /// What is wrong, as a sentence without a full stop.
    public let problem: String
    /// What was expected.
    public var expectation: String?
    /// What else helps.
    public var notes: [String] = []

    init(_ problem: String, expectation: String? = nil, notes: [String] = []) {
        self.problem = problem
        self.expectation = expectation
        self.notes = notes
    }
}

/// What a workbook may ask of the reader before it is refused.
public struct WorkbookLimits: Sendable {
    /// How many files the archive may hold.
    public var entries = 10_000
    /// How many bytes may come out of the archive altogether.
    public var bytes = 1 << 29
    /// How many times as long as its packed form a part may be, once it is longer than ``ratioFloor``.
    public var ratio = 300
    /// The length up to which the ratio is not asked for.
    public var ratioFloor = 1 << 22
    /// How many elements may stand inside each other.
    public var depth = 64
    /// How many cells a sheet may have.
    public var cells = 20_000_000

    /// The limits of every workbook.
    public init() {}
}

import TestSupport

/// The seeds that property tests run with: fixed ones, and one that is new on each run; each stands in the test's name.
enum Seeds {
    static let some = Effort.seeds(Array(1...30), sampled: 3)
    static let few = Effort.seeds(Array(22...30), sampled: 2)
    /// For what takes seconds with each.
    static let fewest = Effort.seeds([29, 30], sampled: 0)
}

/// A notebook filled by a generator, for the properties.
struct FilledNotebook {
    var generator: SessionGenerator
    let engine: TestEngine
    private(set) var failures = 0
    /// Why commands failed, by rule: a guard against a generator that makes nothing.
    private(set) var commands = 0

    init(seed: UInt64, _ engine: TestEngine) {
        generator = SessionGenerator(seed: seed)
        self.engine = engine
    }

    /// Runs so many commands; one that fails must leave the session as it was, checked by the caller's `check`.
    mutating func fill(_ count: Int, check: (TestEngine) throws -> Void = { _ in }) throws {
        for _ in 0..<count {
            let command = generator.command(for: engine.session)
            commands += 1
            do { try engine.run(command) } catch { failures += 1 }
            try check(engine)
        }
    }
}

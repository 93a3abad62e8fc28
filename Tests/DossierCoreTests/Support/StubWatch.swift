import Synchronization

@testable import DossierModel

/// A user who sees how far work has come, and may want it to end after so many words.
final class StubWatch: WorkWatch {
    private let state = Mutex((told: [Progress](), left: Int?.none))

    init(endingAfter count: Int? = nil) { end(after: count) }

    /// From now on work ends after so many words; nil lets it go on.
    func end(after count: Int?) { state.withLock { $0 = ([], count) } }

    var isCancelled: Bool { state.withLock { state in state.left.map { state.told.count >= $0 } ?? false } }

    /// What was told since then.
    var notes: [Progress] { state.withLock { $0.told } }

    func note(_ progress: Progress) { state.withLock { $0.told.append(progress) } }
}

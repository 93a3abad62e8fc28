/// A value on which another thread can go on working, one piece of work after the other.
///
/// Whoever wants the value waits until the work on it is done, so that one thread at a time has it.
public final class Workbench<Value: Sendable> {
    private let place: Place
    private var thread: RunningThread?

    /// Where the value lies while it is worked on.
    private final class Place {
        var value: Value

        init(_ value: Value) { self.value = value }
    }

    /// Begins with a value on which nobody works.
    public init(_ value: Value) { place = Place(value) }

    deinit { thread?.wait() }

    /// Waits until the work that was begun is done.
    public func wait() {
        thread?.wait()
        thread = nil
    }

    /// Does something with the value, when the work on it is done.
    public func use<Result, Failure: Error>(_ body: (inout Value) throws(Failure) -> Result) throws(Failure) -> Result {
        wait()
        return try body(&place.value)
    }

    /// Begins work in another thread, when what was begun before is done; where the system gives no thread, or the work is
    /// not worth one, does it here.
    public func start(apart isApart: Bool = true, _ work: @escaping @Sendable (inout Value) -> Void) {
        wait()
        let place = place
        if isApart { thread = RunningThread { work(&place.value) } }
        if thread == nil { work(&place.value) }
    }
}

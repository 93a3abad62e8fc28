/// A long task that reports its progress and can be cancelled.
///
/// A cancelled task stops where it is, and its caller discards the partial result: a command ends as cancelled in ``Engine``, a
/// file that was being read ends in a storage error.
public struct Work: Sendable {
    private let watch: (any WorkWatch)?
    private let title: String
    private let unit: Progress.Unit
    private let total: Int
    /// How many steps are made before the next word.
    private let stride: Int
    private var next = 0

    /// Begins a piece of work that nobody need watch.
    ///
    /// - Parameter stride: how many steps take about a millisecond; so seldom is a word said.
    public init(_ title: String, _ unit: Progress.Unit, of total: Int, stride: Int = 1_024, for watch: (any WorkWatch)?)
    {
        self.title = title
        self.unit = unit
        self.total = total
        self.stride = stride
        self.watch = watch
    }

    /// Tells how many steps are done, if there are any to do; gives whether the work goes on.
    public mutating func goesOn(at done: Int) -> Bool {
        guard let watch, done >= next else { return true }
        next = done + stride
        if total > 0 { watch.note(Progress(title: title, unit: unit, done: done, total: total)) }
        return !watch.isCancelled
    }
}

extension Sequence {
    /// The same elements as the steps of a piece of work; they end where it is to end.
    public func steps(of work: Work) -> WorkSteps<Self> { WorkSteps(base: self, work: work) }
}

/// Elements that are worked on one after the other.
public struct WorkSteps<Base: Sequence>: Sequence {
    fileprivate let base: Base
    fileprivate let work: Work

    /// Goes through the elements, and counts each as a step of the work.
    public func makeIterator() -> Iterator { Iterator(base: base.makeIterator(), work: work) }

    /// Hands out the elements and counts them.
    public struct Iterator: IteratorProtocol {
        fileprivate var base: Base.Iterator
        fileprivate var work: Work
        private var done = 0

        fileprivate init(base: Base.Iterator, work: Work) {
            self.base = base
            self.work = work
        }

        /// The next element; nil at the end, or once the work is cancelled.
        public mutating func next() -> Base.Element? {
            guard work.goesOn(at: done), let element = base.next() else { return nil }
            done += 1
            return element
        }
    }
}

import DossierModel
import DossierStorage

/// The steps that can be taken back and taken again: one a command, one a group.
///
/// It knows where in the log a step stands; what the step changed is read from there when it is taken back or again.
struct StepHistory {
    /// What one undo takes back.
    struct Step {
        /// The numbers of its entries in the log, of a group with those that begin and end it.
        let entries: Range<Int>
        /// What was typed, where the first of the entries does not say it.
        var command: String?
        /// The entry that took it back.
        var undoneBy: Int?

        /// The entry by which the log names it.
        var entry: Int { entries.lowerBound }
    }

    private(set) var done: [Step] = []
    private(set) var undone: [Step] = []
    /// The entry into which all before was folded.
    private(set) var base: LogLine?
    /// Whether steps were taken back that are not told of.
    private(set) var lacksSteps = false

    /// A new step ends what can be redone.
    mutating func note(_ step: Step) {
        done.append(step)
        undone = []
    }

    /// The step of one entry.
    mutating func note(_ number: Int) { note(Step(entries: number..<(number + 1))) }

    mutating func undo(by entry: Int) {
        guard var step = done.popLast() else {
            lacksSteps = true
            return
        }
        step.undoneBy = entry
        undone.append(step)
    }

    mutating func redo() {
        guard let step = undone.popLast() else {
            lacksSteps = true
            return
        }
        done.append(step)
    }

    /// The history that a log tells.
    ///
    /// - Parameter inner: which of its entries are one step without being a group, in ascending order.
    init(_ lines: some Sequence<LogLine> = [], inner: [Step] = []) {
        var group: Int?
        var inner = inner[...]
        for line in lines {
            if let step = inner.first, step.entries.contains(line.number) {
                if line.number + 1 < step.entries.upperBound { continue }
                note(step)
                inner.removeFirst()
                continue
            }
            switch line.sort {
            case .begin: group = line.number
            case .end:
                if let group { note(Step(entries: group..<(line.number + 1))) }
                group = nil
            case .command where group == nil, .outside where group == nil: note(line.number)
            case .undo where group == nil: for _ in 0..<line.stepCount { undo(by: line.number) }
            case .redo where group == nil: for _ in 0..<line.stepCount { redo() }
            case .base: base = line
            case .command, .outside, .undo, .redo, .saved: continue
            }
        }
    }
}

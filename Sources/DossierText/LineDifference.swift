/// How one text became another, line by line, by the shortest way from one to the other.
package struct LineDifference: Sendable {
    /// Old and new lines in one sequence.
    package let lines: [Line]

    /// A line of either text.
    package enum Line: Sendable, Equatable {
        /// It is in both.
        case same(String)
        /// It is in the old text alone.
        case removed(String)
        /// It is in the new text alone.
        case added(String)

        /// Whether it is in both.
        package var isSame: Bool { if case .same = self { true } else { false } }
    }

    /// Compares lines by their bytes.
    package init(from old: [String], to new: [String]) {
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in new.difference(from: old, by: { $0.utf8.elementsEqual($1.utf8) }) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [Line] = []
        var (oldIndex, newIndex) = (0, 0)
        while oldIndex < old.count || newIndex < new.count {
            if removed.contains(oldIndex) {
                lines.append(.removed(old[oldIndex]))
                oldIndex += 1
            } else if added.contains(newIndex) {
                lines.append(.added(new[newIndex]))
                newIndex += 1
            } else {
                lines.append(.same(old[oldIndex]))
                oldIndex += 1
                newIndex += 1
            }
        }
        self.lines = lines
    }

    /// Where lines differ, each time with some of the lines around them.
    package func hunks(context: Int) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for index in lines.indices where !lines[index].isSame {
            let near = max(0, index - context)..<min(lines.count, index + context + 1)
            if let last = hunks.last, last.upperBound >= near.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<near.upperBound
            } else {
                hunks.append(near)
            }
        }
        return hunks
    }
}

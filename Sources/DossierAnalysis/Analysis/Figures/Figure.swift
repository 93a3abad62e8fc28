import DossierModel
import DossierTime

/// A figure that a record gives of something.
package struct Figure {
    /// The record that gives it.
    package let record: Record
    /// How many or how much.
    package let quantity: Quantity
    /// What it is a figure of.
    package let subject: Identifier
    /// When it was given; of what is not said by anybody, the time that it is of.
    package let time: When?

    /// The figures of a record: those of a claim are of what the claim is about, those of an event are of the event.
    package static func of(_ record: Record) -> [Figure] {
        let time = record.when(.said) ?? record.when(.when)
        let about = record.references(.about)
        let subjects = about.isEmpty ? [record.id] : about
        return record.quantities(.quantity).flatMap { quantity in
            subjects.map { Figure(record: record, quantity: quantity, subject: $0, time: time) }
        }
    }
}

extension [Figure] {
    /// The figures by time; those without one come last.
    package var inOrder: [Figure] {
        sorted { left, right in
            guard let mine = left.time else { return false }
            guard let theirs = right.time else { return true }
            return When.inOrder(mine, theirs)
        }
    }
}

/// One change of a session: a record before and after.
///
/// A change holds whole records. Applying it twice has no further effect, and its inverse undoes it.
public struct Change: Sendable, Hashable {
    /// The record before; nil where it is new.
    public let old: Record?
    /// The record after; nil where it is dropped.
    public let new: Record?
    /// Where a record that comes back stands among those of its kind; last where it is new.
    public let place: Place
    /// Whether it is new though it does not stand last: it takes the place of one that is renamed.
    public let isRenamed: Bool

    /// A place among the records of a kind.
    public enum Place: Sendable, Hashable {
        /// After all others, as a new record stands.
        case last
        /// Before all others.
        case first
        /// Right after this one.
        case after(Identifier)
    }

    /// Makes a change from the record before and the record after.
    public init(old: Record?, new: Record?, place: Place = .last, isRenamed: Bool = false) {
        self.old = old
        self.new = new
        self.place = place
        self.isRenamed = isRenamed
    }

    /// A record that is new, or takes the place of the one with its id.
    public static func put(_ record: Record, was old: Record? = nil) -> Change { Change(old: old, new: record) }

    /// A record that goes after others have gone; it remembers its place among those left, so that it can come back there.
    public static func drop(_ record: Record, from session: Session, after gone: Set<Identifier> = []) -> Change {
        Change(old: record, new: nil, place: session.place(of: record.id, without: gone))
    }

    /// The change that takes this one back.
    public var inverse: Change { Change(old: new, new: old, place: place, isRenamed: isRenamed) }

    /// Whether the id is free where no record stands under it: that of a record that is new, or whose making is taken back.
    /// Else it is, or was, that of a record which was dropped.
    var isOfFreeIdentifier: Bool { place == .last || isRenamed }

    /// Whether a new record takes the id.
    var makes: Bool { old == nil && new != nil && isOfFreeIdentifier }

    /// Whether the id is free afterwards.
    var frees: Bool { new == nil && isOfFreeIdentifier }

    /// The id of the record that changes.
    public var id: Identifier? { new?.id ?? old?.id }
}

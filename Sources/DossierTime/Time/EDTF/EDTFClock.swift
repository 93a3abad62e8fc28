/// A time of day as it was written (ISO 8601-1:2019, 4.3), by the clock of the place.
struct EDTFClock: Sendable, Hashable {
    /// The seconds of the day that it may be: one, or the sixty of a minute.
    var seconds: ClosedRange<Int>
    /// The seconds east of UTC, where that is written; a time without it is local.
    var offset: Int?
    /// The decimals of the second, with their point.
    var fraction = ""

    /// Whether EDTF has it (level 0): hours, minutes and whole seconds.
    var isOfEDTF: Bool { seconds.count == 1 && fraction.isEmpty }

    /// How far UTC can be from a clock whose zone is not known: from 14 hours before it to 12 hours after it.
    static let band = -14 * 3600...12 * 3600
}

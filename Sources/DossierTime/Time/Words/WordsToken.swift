/// A word, number or mark of a time in words.
struct WordsToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// A word in lower case, without the full stop of an abbreviation.
        case word(String)
        /// A number and how many digits it has.
        case number(Int, digits: Int)
        /// `21st`
        case ordinal(Int)
        /// `1990s`
        case decade(Int)
        /// `90s` and `'90s`: ten years of a century that is not said.
        case shortDecade(Int)
        /// `'24`: a year of a century that is not said.
        case shortYear(Int)
        /// `14:30`, in seconds of the day, with what follows the seconds.
        case clock(Int, fraction: String)
        /// `+03:00`, in minutes east of UTC.
        case offset(Int)
        /// A date of EDTF that is more than a year.
        case date(String)
        /// A date of EDTF with a time of day.
        case moment(String)
        /// `-` (any dash), `,`, `/` or `.`.
        case mark(Character)
    }

    var kind: Kind
    /// Its place in the UTF-8 of the text.
    var range: Range<Int>
    /// Whether no space stands before it.
    var isJoined = false
}

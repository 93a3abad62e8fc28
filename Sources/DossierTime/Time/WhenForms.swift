/// How times are written in EDTF and ISO 8601-1, and how they compare: the page `help times` and its tests are made from
/// these tables.
public enum WhenForms {
    /// A way to write a time.
    public struct Form: Sendable, Hashable {
        /// Examples of it.
        public let texts: [String]
        /// What it says.
        public let meaning: String
    }

    /// An answer to a question about two times, and the rule behind it.
    public struct Answer: Sendable, Hashable {
        /// What is asked.
        public enum Question: String, Sendable { case fallsIn = "in", before }

        /// The time of a record.
        public let record: String
        /// What is asked of it.
        public let question: Question
        /// The time that it is asked about.
        public let other: String
        /// The answer.
        public let certainty: Certainty
        /// The rule.
        public let rule: String
    }

    /// All ways, in the order of the documentation.
    public static let forms: [Form] = [
        Form(texts: ["2024-10-21", "2024-10", "2024"], meaning: "a day; some day of a month; some day of a year"),
        Form(texts: ["2024-10-21T09:30:00+02:00"], meaning: "a time of day with its offset from UTC; Z is UTC itself"),
        Form(texts: ["2024-10-21T09:30:00"], meaning: "a local time, by the clock of a place whose zone is not known"),
        Form(
            texts: ["2024-10-21T09:30", "2024-10-21T09:30:15.25Z"],
            meaning: "ISO 8601-1: to the minute; with decimals of a second, which are kept"),
        Form(
            texts: ["2024-10-21T09:30~", "2024-10-21T18:00/2024-10-21T23:15", "[2024-10-21T18:00..2024-10-21T23:15]"],
            meaning: "ISO 8601-1: times of day with doubt, throughout, one of them"),
        Form(texts: ["2024-06~", "2024?", "2024%"], meaning: "about; uncertain; both"),
        Form(texts: ["2024-?06", "~2024-10"], meaning: "about or uncertain in a part alone"),
        Form(texts: ["2024-10-XX", "202X", "2024-XX-15"], meaning: "digits that are not known"),
        Form(texts: ["2024-10-08/2024-10-13"], meaning: "throughout these days"),
        Form(texts: ["2024-10/..", "2024-10/"], meaning: "without an end; with an end that is not known"),
        Form(texts: ["[2024-10-08..2024-10-13]", "[2024-10-08,2024-10-12]"], meaning: "one of these days; one of two"),
        Form(texts: ["{2024-10-08,2024-10-12}"], meaning: "all of these days"),
        Form(
            texts: ["2024-21", "2024-25", "2024-33", "2024-37", "2024-40"],
            meaning: "seasons 21-24, by hemisphere 25-32, quarters 33-36, thirds 37-39, halves 40, 41"),
        Form(texts: ["Y170000002", "Y17E7", "1950S2"], meaning: "long years; exponents; significant digits"),
    ]

    /// Answers where public implementations of EDTF disagree, and what is asked of hours.
    public static let answers: [Answer] = [
        Answer("2024/2025", .fallsIn, "2024-10", .possibly, "A/B starts some day of A and ends some day of B"),
        Answer(
            "2024-01-01/2024-12-31", .fallsIn, "2024-10", .certainly,
            "a span covers all days from its start to its end"),
        Answer(
            "2024-06~", .fallsIn, "2024-07", .no,
            "~, ? and % do not move bounds, since the standard gives them no width"),
        Answer("2024-10/..", .fallsIn, "2030", .certainly, "an open end has no limit"),
        Answer("2024-10/", .fallsIn, "2030", .possibly, "an unknown end may be any day"),
        Answer(
            "2024-10/", .fallsIn, "2024-10", .certainly, "of a span with an unknown end, the stated side is certain"),
        Answer("2030", .fallsIn, "2024-10/", .possibly, "so it is of a period that a question names"),
        Answer("2024-10-21", .fallsIn, "2024-10/", .certainly, "the stated side of such a period is all of its days"),
        Answer("2024-09", .fallsIn, "2024-10/", .no, "before its start there is none of it"),
        Answer(
            "2024-24", .fallsIn, "2025-02", .possibly, "winter is December to February of the next year, in the north"),
        Answer("{2024-10-08,2024-10-13}", .fallsIn, "2024-10-10", .no, "a set of days contains no other days"),
        Answer("2024-10-21", .before, "2024-10-21", .no, "of two times on the same day, neither is before the other"),
        Answer(
            "2024-10-21T23:30:00-02:00", .fallsIn, "2024-10-21", .certainly,
            "the day of a time is the day as written"),
        Answer(
            "2024-10-21", .fallsIn, "2024-10-21T14:30", .possibly, "a day is one unknown second of it"),
        Answer(
            "2024-10-21T18:00/2024-10-21T23:15", .fallsIn, "2024-10-21T20:00", .certainly, "spans of hours are spans"),
        Answer("2024-10-21T18:00", .before, "2024-10-21T19:00", .certainly, "local times are compared by their clocks"),
        Answer(
            "2024-10-21T18:00Z", .before, "2024-10-21T20:30+02:00", .certainly, "times with offsets are compared in UTC"
        ),
        Answer(
            "2024-10-21T18:00", .before, "2024-10-22T05:00Z", .possibly,
            "against a time with an offset, a local one lies anywhere from UTC−12 to UTC+14"),
        Answer(
            "2024-10-21T18:00", .before, "2024-10-22T07:00Z", .certainly, "outside of that band the answer is certain"),
    ]
}

extension WhenForms.Answer {
    fileprivate init(_ record: String, _ question: Question, _ other: String, _ certainty: Certainty, _ rule: String) {
        self.init(record: record, question: question, other: other, certainty: certainty, rule: rule)
    }
}

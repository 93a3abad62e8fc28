/// The rules by which a time in words becomes EDTF: the documentation and the tests are made from them.
///
/// Words are read against the day that the record's source was published (`asOf`), never against a clock. Letter case,
/// commas and the articles do not matter; names of months and weekdays may be shortened. A hyphen may be any dash.
public enum WhenWords {
    /// One way to say a time.
    public struct Rule: Sendable, Hashable {
        /// The pattern, with capital letters for what varies, and how it is read.
        public let name: String
        /// An example.
        public let words: String
        /// The day that the example is read against; nil where none is needed.
        public let asOf: String?
        /// The EDTF that the example becomes.
        public let result: String

        init(_ name: String, _ words: String, asOf: String? = nil, _ result: String) {
            self.name = name
            self.words = words
            self.asOf = asOf
            self.result = result
        }
    }

    /// Words that have several readings, which is an error that lists them.
    public struct Ambiguity: Sendable, Hashable {
        /// Why there are several readings.
        public let name: String
        /// An example.
        public let words: String
        /// The day that the example is read against; nil where none is needed.
        public let asOf: String?
        /// The EDTF of each reading.
        public let readings: [String]

        init(_ name: String, _ words: String, asOf: String? = nil, _ readings: [String]) {
            self.name = name
            self.words = words
            self.asOf = asOf
            self.readings = readings
        }
    }

    /// Words that are refused, since what they mean would have to be made up.
    public struct Refusal: Sendable, Hashable {
        /// What the words leave open.
        public let name: String
        /// An example.
        public let words: String
        /// What the error says.
        public let problem: String

        init(_ name: String, _ words: String, _ problem: String) {
            self.name = name
            self.words = words
            self.problem = problem
        }
    }

    /// All rules, in the order of the documentation.
    public static let rules: [Rule] = dates + parts + hours + relatives + ranges + limits + doubts
}

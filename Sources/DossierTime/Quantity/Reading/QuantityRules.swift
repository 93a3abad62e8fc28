/// How figures are written beside the typed form: the documentation and the tests are made from these tables.
public enum QuantityRules {
    /// One way to write a figure.
    public struct Rule: Sendable, Hashable {
        /// The pattern, and how it is read.
        public let name: String
        /// An example.
        public let written: String
        /// The typed form that the example becomes.
        public let typed: String

        init(_ name: String, _ written: String, _ typed: String) {
            self.name = name
            self.written = written
            self.typed = typed
        }
    }

    /// What is refused, and the figures among which to choose.
    public struct Refusal: Sendable, Hashable {
        /// Why it is refused.
        public let name: String
        /// An example.
        public let written: String
        /// What the error suggests; each can be read itself.
        public let readings: [String]

        init(_ name: String, _ written: String, _ readings: [String]) {
            self.name = name
            self.written = written
            self.readings = readings
        }
    }

    /// The typed form.
    public static let typed: [Rule] = [
        Rule("a number", "1500", "1500"),
        Rule("about it: a quarter more or less", "~1500 soldiers", "~1500 soldiers"),
        Rule("between two numbers", "1000..2000", "1000..2000"),
        Rule("most likely the one between", "1000..1500..2000", "1000..1500..2000"),
        Rule("up to", "..10000", "..10000"), Rule("at least", "1500..", "1500.."),
    ]

    /// Numbers.
    public static let numbers: [Rule] = [
        Rule("groups of three digits", "10,000", "10000"), Rule("with spaces or apostrophes", "10 000", "10000"),
        Rule("as in India", "12,34,567", "1234567"), Rule("the mark that repeats groups", "1.234.567,5", "1234567.5"),
        Rule("a comma that cannot group", "1,5 km", "1.5 km"), Rule("a comma after a zero", "0,125", "0.125"),
        Rule("exponents", "1.5E+04", "15000"), Rule("powers of ten", "3×10^6", "3000000"),
        Rule("fractions", "2½ km", "2.5 km"), Rule("multipliers", "10k", "10000"),
        Rule("multipliers as words", "2 mln people", "2000000 people"), Rule("dozens and hundreds", "5 dozen", "60"),
        Rule("as in India", "2 crore 50 lakh", "25000000"), Rule("as in China", "3.5万人", "35000 人"),
        Rule("a letter M or K", "10K soldiers", "10000 soldiers"), Rule("words", "twelve", "12"),
        Rule("words", "two hundred and fifty thousand", "250000"),
        Rule("a half", "half a million people", "500000 people"),
        Rule("a currency before", "€1.5m", "1500000 €"), Rule("percent", "5 per cent", "5%"),
    ]

    /// Words around numbers.
    public static let words: [Rule] = [
        Rule("at least", "at least 12 dead", "12.. dead"), Rule("at least", "40+ people", "40.. people"),
        Rule("at least", "40 people or more", "40.. people"), Rule("at least", ">= 40 people", "40.. people"),
        Rule("a vague plural: at least two", "hundreds of people", "200.. people"),
        Rule("a vague plural", "tens of thousands", "20000.."),
        Rule("a vague plural", "hundreds of thousands", "200000.."),
        Rule("a vague plural", "at least thousands", "2000.."),
        Rule("more than, for things", "more than 1,000 people", "1001.. people"),
        Rule("more than, for measures", "more than 1,000 km", "1000.. km"),
        Rule("more than, without a unit", "over 1,000", "1000.."),
        Rule("up to", "as many as 10,000 troops", "..10000 troops"), Rule("up to", "no more than 5 km", "..5 km"),
        Rule("fewer than, for things", "fewer than 9 tanks", "..8 tanks"),
        Rule("less than, for measures", "less than 9 tonnes", "..9 tonnes"),
        Rule("about", "about 200 people", "~200 people"), Rule("nearly", "nearly 200 people", "~200 people"),
        Rule("about", "40-odd people", "~40 people"), Rule("both", "up to about 200 people", "~..200 people"),
        Rule("between", "between 40 and 60 people", "40..60 people"), Rule("a dash", "20–30 people", "20..30 people"),
        Rule("to", "10 to 12 million", "10000000..12000000"), Rule("to, in German", "1500 bis 2000", "1500..2000"),
        Rule("to, in French", "1500 à 2000 soldats", "1500..2000 soldats"),
        Rule("to, in Spanish, Italian, Portuguese", "1500 a 2000", "1500..2000"),
        Rule("to, in Russian", "от 1500 до 2000", "1500..2000"),
        Rule("between, in these languages", "entre 40 y 60", "40..60"),
        Rule("the unit twice", "5 km to 10 km", "5..10 km"),
        Rule("two neighbours", "two or three tanks", "2..3 tanks"),
        Rule("a tolerance", "100 ± 10 kg", "90..100..110 kg"),
    ]

    /// All that is read.
    public static var all: [Rule] { typed + numbers + words }

    /// What is refused.
    public static let refusals: [Refusal] = [
        Refusal("a point that may group", "1.500", ["1.5000", "1500"]),
        Refusal("an ordinal", "3rd brigade", []), Refusal("another base", "0x10", ["16"]),
        Refusal("what continues a number", "10ab", ["10 ab"]),
        Refusal("a letter that may be a unit", "5m people", ["5000000 people"]),
        Refusal("a second number", "12 killed, 30 wounded", []), Refusal("a share", "half of the 300", []),
        Refusal("a vague number", "dozens of soldiers", ["24.. soldiers", "20.. soldiers"]),
        Refusal("a vague number", "scores", ["40..", "20.."]),
        Refusal("the limit of a vague number", "up to thousands", ["2000.."]),
        Refusal("several", "several thousand", ["3000..", "2000.."]),
        Refusal("several", "a few hundred men", ["300.. men", "200.. men"]),
        Refusal("thousands said once", "10-12,000 men", ["10000..12000", "10..12000"]),
        Refusal("one of two", "10 or 20 tanks", ["10..20 tanks"]),
        Refusal("not from low to high", "20 to 10", ["10..20"]),
    ]
}

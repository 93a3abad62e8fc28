import DossierTime

/// The reliability of a source: the letter of the Admiralty code (NATO AJP-2.1, annex on evaluation).
public enum Reliability: String, Sendable, Hashable, CaseIterable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    case e = "E"
    case f = "F"

    /// Reads a letter, in either case.
    ///
    /// - Throws: `ValueError` where it is none of A to F.
    public init(_ text: String) throws(ValueError) {
        guard let letter = Reliability(rawValue: text.uppercased()) else {
            throw ValueError("'\(text)' is not a reliability", expectation: "a letter from A to F")
        }
        self = letter
    }

    /// What the letter says.
    public var meaning: String {
        switch self {
        case .a: "completely reliable"
        case .b: "usually reliable"
        case .c: "fairly reliable"
        case .d: "not usually reliable"
        case .e: "unreliable"
        case .f: "reliability cannot be judged"
        }
    }

    /// 1 for A to 5 for E; F is no rank.
    public var rank: Int? {
        self == .f ? nil : Reliability.allCases.firstIndex(of: self).map { $0 + 1 }
    }
}

/// An Admiralty code: how reliable the source is, and how credible what it says (NATO AJP-2.1).
public struct Grade: Sendable, Hashable, CustomStringConvertible {
    /// The letter.
    public let reliability: Reliability
    /// The figure, 1 to 6; 6 means that it cannot be judged.
    public let credibility: Int

    /// Reads a code such as `B2`.
    ///
    /// - Throws: `ValueError` where the text is not a letter from A to F and a figure from 1 to 6.
    public init(_ text: String) throws(ValueError) {
        let bytes = text.utf8
        guard bytes.count == 2, let first = bytes.first, let last = bytes.last,
            let letter = Reliability(rawValue: String(Unicode.Scalar(first)).uppercased()),
            last >= UInt8(ascii: "1"), last <= UInt8(ascii: "6")
        else {
            throw ValueError(
                "'\(text)' is not a grade",
                expectation: "an Admiralty code: reliability A to F and credibility 1 to 6, such as B2")
        }
        self.reliability = letter
        self.credibility = Int(last - UInt8(ascii: "0"))
    }

    /// The code, `B2`.
    public var description: String { reliability.rawValue + String(credibility) }

    /// What the code says, in words.
    public var meaning: String {
        reliability.meaning + ", " + Grade.credibilityMeanings[credibility - 1]
    }

    /// 1 to 5; 6 is no rank.
    public var credibilityRank: Int? { credibility == 6 ? nil : credibility }

    /// Whether both the source and what it says could be judged: neither F nor 6.
    public var isJudged: Bool { reliability.rank != nil && credibilityRank != nil }

    /// What the figures 1 to 6 say.
    public static let credibilityMeanings = [
        "confirmed by other sources", "probably true", "possibly true", "doubtful", "improbable",
        "truth cannot be judged",
    ]

    /// Whether this grade is as good as the other or better on both scales; not where either cannot be judged.
    public func isAtLeast(_ other: Grade) -> Bool {
        guard let left = reliability.rank, let right = other.reliability.rank, let mine = credibilityRank,
            let theirs = other.credibilityRank
        else { return false }
        return left <= right && mine <= theirs
    }
}

import TestSupport

@testable import DossierModel

/// Values of every form that their types have.
enum SampleValues {
    static let times = [
        "2024-10-21", "2024-10", "2024", "2024-06~", "2024?", "2024-10%", "2024-10-XX", "2024-XX", "20XX", "2024-21",
        "2024-10-08/2024-10-13", "2024-10/..", "../2024", "2024/", "/2024", "[2024-10-08..2024-10-13]",
        "{2024-01,2024-02}",
        "[..2024-10]", "2024-10-21T10:30:00Z", "2024-10-21T10:30:00+09:00", "-0044-03-15", "Y170000002", "?2024-10-21",
        "2024-~10-21", "1950S2",
    ]

    static let quantities = [
        "1500", "~1500", "1000..2000", "1000..1500..2000", "..10000", "1500..", "~1500 soldiers", "12.5 %", "0.125",
        "-3..4 °C",
        "1,500 명", "1000.. \"units\"",
    ]

    static let tags = ["troops", "파병", "a/b", "a:b", "a.b-c_d", "2024", "🚩", "\u{E9}"]
}

extension SessionGenerator {
    /// Words of a source's text, and which of several equal ones where there are more.
    mutating func passage(of source: Record) -> (words: String, occurrence: [String])? {
        guard let text = source.text(.text) else { return nil }
        let scalars = Array(text.unicodeScalars)
        guard !scalars.isEmpty else { return nil }
        let start = Int.random(in: 0..<scalars.count, using: &random)
        let end = min(scalars.count, start + Int.random(in: 1...12, using: &random))
        let words = String(String.UnicodeScalarView(scalars[start..<end]))
        let starts = (0...(scalars.count - (end - start))).filter {
            scalars[$0..<($0 + end - start)] == scalars[start..<end]
        }
        let number = (starts.firstIndex(of: start) ?? 0) + 1
        return (Typed.escaped(words), starts.count > 1 ? ["occurrence=\(number)"] : [])
    }

    /// A quote for a claim together with its source; without a text it stands as it is.
    mutating func quote(_ kind: Kind, _ session: Session) -> String? {
        let sources = session.records(of: .source).filter { $0.text(.text) != nil || flip(4) }
        guard kind == .claim, let source = sources.randomElement(using: &random) else { return nil }
        guard let (words, occurrence) = passage(of: source) else { return "\(text()) source=\(source.id)" }
        return ([words] + occurrence + ["source=\(source.id)"]).joined(separator: " ")
    }
}

extension Sequence {
    /// One of the elements.
    func oneOf(_ random: inout SplitMix64) -> Element? { Array(self).randomElement(using: &random) }
}

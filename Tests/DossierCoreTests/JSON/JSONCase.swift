import TestSupport
import Testing

/// A text, and whether it is JSON (RFC 8259).
struct JSONCase: Sendable, CustomTestStringConvertible {
    enum Verdict: Sendable {
        /// The grammar has it.
        case valid
        /// The grammar does not have it.
        case invalid
        /// The grammar has it, and the standard lets a reader refuse it.
        case open
    }

    let name: String
    let verdict: Verdict
    let bytes: [UInt8]

    var testDescription: String { String(name.prefix(40)) }

    /// The cases of this package and of others.
    static let all = own + others

    /// The cases of others, in the folder `json-parsing`; none where it is absent.
    static let others: [JSONCase] = SharedData.names(in: "json-parsing").map { name in
        let verdict: Verdict = name.hasPrefix("y_") ? .valid : name.hasPrefix("n_") ? .invalid : .open
        return JSONCase(name: name, verdict: verdict, bytes: SharedData.bytes(of: "json-parsing/\(name)"))
    }

    /// The cases of a verdict.
    static func all(_ verdict: Verdict) -> [JSONCase] { all.filter { $0.verdict == verdict } }
}

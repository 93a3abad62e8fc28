import DossierModel
import DossierText

extension Completer {
    /// One thing that may be typed.
    package struct Candidate: Sendable, Hashable {
        /// What is put in, in quotation marks where it needs them.
        package let text: String
        /// What it is, in a few words.
        package let detail: String
        /// Whether the word is then whole, so that a space follows.
        package let isWhole: Bool
        /// How it answers what was typed.
        var match = Match.text

        /// How a candidate answers what was typed, the best first.
        enum Match: Int, Sendable, Comparable {
            /// A word of the language or a path begins so.
            case text
            /// The id of a record begins so.
            case identifier
            /// A name of a record begins so.
            case name
            /// A later word of a text, or of a record's title, begins so.
            case inside

            static func < (left: Match, right: Match) -> Bool { left.rawValue < right.rawValue }
        }

        init(_ text: String, _ detail: String = "", isWhole: Bool = true) {
            self.text = text
            self.detail = detail
            self.isWhole = isWhole
        }

        /// The name of a field or setting, which a value follows.
        init(naming field: FieldDefinition, operator mark: String = "=") {
            self.init(field.name.text + mark, field.summary, isWhole: false)
        }

        /// The same without what its text begins with.
        func without(prefix: String) -> Candidate {
            Candidate(String(text.dropFirst(prefix.count)), detail, isWhole: isWhole).matched(match)
        }

        /// The same behind what was typed before it.
        func behind(_ head: Substring) -> Candidate {
            Candidate(head + text, detail, isWhole: isWhole).matched(match)
        }

        /// The same with how it answers what was typed.
        func matched(_ match: Match) -> Candidate {
            var candidate = self
            candidate.match = match
            return candidate
        }
    }
}

extension [Completer.Candidate] {
    /// The words that have each text once, where it stands first.
    var withoutTwins: [Completer.Candidate] {
        var seen: Set<String> = []
        return filter { seen.insert($0.text).inserted }
    }

    /// Those that answer best. An id counts beside whatever else is best: it begins with what was typed as a word does, and to a
    /// reader it is one thing with a name.
    var best: [Completer.Candidate] {
        let best = lazy.map(\.match).filter { $0 != .identifier }.min() ?? .identifier
        let hasIdentifier = contains { $0.match == .identifier }
        return filter { $0.match == .identifier || $0.match == best && !(best == .inside && hasIdentifier) }
    }
}

/// The candidates that answer what was typed, without regard to case: they begin with it, or a later word of them does.
func matching(_ typed: String, _ candidates: [Completer.Candidate]) -> [Completer.Candidate] {
    if typed.isEmpty { return candidates }
    let folded = FoldedText.of(typed)
    return candidates.compactMap { candidate in
        let text = FoldedText.of(candidate.text)
        if text.utf8.starts(with: folded.utf8) { return candidate }
        let words = text.split { " -_.\"".contains($0) }
        return words.contains { $0.utf8.starts(with: folded.utf8) } ? candidate.matched(.inside) : nil
    }
}

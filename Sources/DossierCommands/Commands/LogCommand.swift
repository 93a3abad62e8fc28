import DossierAnalysis
import DossierLanguage
import DossierModel

/// `log verify`: proves the chain of the log, and that the session grew from a hash that was written down.
package struct LogCommand: Command {
    private let hash: Token?
    private let place: Place

    package static let name = "log"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Verifies the log and prints the hash that represents all of it.",
        Signature([
            .init("verify", .word(["verify"]), .one, "the only task"),
            .init("HASH", .text, .optional, "a hash noted earlier, which the session must descend from"),
        ]),
        isQuestion: true,
        examples: [
            Example(
                "the hash, to note or sign elsewhere", "log verify",
                answer: """
                      head     af3f1e741c6cc7f7c3e59ce6e5e9c0305499f3c5bcd8d28dccea5ec93aa8a7f4
                      entries  5
                      first    2024-10-23T09:00:00Z
                      last     2024-10-23T09:00:00Z
                    """),
            Example(
                "whether the session descends from it",
                "log verify 0000000000000000000000000000000000000000000000000000000000000000",
                answer: "the session does not descend from 000000000000… : none of its 5 entries has this hash"),
        ],
        details: [
            "Every entry contains the hash of the one before it, so the last hash represents them all. Noted elsewhere, it shows later that nothing before it was changed: 'log verify HASH' finds the entry with that hash, and fails if there is none.",
            "'show log' lists the entries; 'check --storage' also verifies the state.",
        ])

    /// Reads the hash.
    package init(_ call: Call) throws(Diagnostic) {
        guard call.arguments[0].isWord("verify") else { throw .unknownLogTask(call.arguments[0]) }
        place = call.place
        hash = call.arguments.count > 1 ? call.arguments[1] : nil
        if let hash {
            let digits = hash.text.lowercased().utf8
            let isHash = digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
            if digits.count != 64 || !isHash { throw .notAHash(hash) }
        }
    }

    /// Reads and proves the whole log.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        let chain = try context.log.chain(at: place)
        return hash.map { growth(from: $0.text.lowercased(), chain) } ?? Outcome(answer: summary(chain))
    }

    private func summary(_ chain: LogChain) -> Answer {
        guard let head = chain.links.last else {
            return .line(StyledText("the log is empty", .faint), json: .object(["entries": .number(JSONNumber(0))]))
        }
        let first = chain.links.first { $0.at != nil }
        var fields = [
            ("head", head.hash), ("entries", String(head.number)), ("first", first?.at ?? ""), ("last", head.at ?? ""),
        ]
        if !chain.archives.isEmpty {
            fields.append(("folded", "verified from " + chain.archives.joined(separator: ", ")))
        }
        if let gap = gap(chain) { fields.append(("folded", gap)) }
        var json: JSONObject = [
            "head": .string(head.hash), "entries": .number(JSONNumber(head.number)),
            "first": .string(first?.at ?? ""), "last": .string(head.at ?? ""),
        ]
        if !chain.archives.isEmpty { json["archives"] = .array(chain.archives.map { .string($0) }) }
        if let missing = chain.missingArchive { json["missing"] = .string(missing) }
        return Answer(
            [.fields(fields.map { Block.Labelled(label: $0.0, text: StyledText($0.1)) })], json: .object(json))
    }

    /// Why the entries before the first one known cannot be proved; nil where all are known.
    private func gap(_ chain: LogChain) -> String? {
        guard let first = chain.links.first, first.at == nil else { return nil }
        let reason = chain.missingArchive.map { "'\($0)', which contains them, is missing" } ?? "they were not kept"
        return "entries 1 to \(first.number): \(reason)"
    }

    private func growth(from hash: String, _ chain: LogChain) -> Outcome {
        guard let link = chain.link(of: hash) else {
            let count = chain.links.last?.number ?? 0
            var text =
                "the session does not descend from \(hash.prefix(12))… : none of its \(count) entries has this hash"
            if let gap = gap(chain) { text += "; not checked: " + gap }
            return Outcome(
                answer: .line(
                    StyledText(text, .bad), json: .object(["hash": .string(hash), "entry": .null])), failed: true)
        }
        let since = (chain.links.last?.number ?? link.number) - link.number
        var text = StyledText("the session descends from entry \(link.number)", .good)
        if let at = link.at { text += StyledText(" of \(at)") }
        text += StyledText("; \(since) \(since == 1 ? "entry" : "entries") since")
        var json: JSONObject = ["hash": .string(hash), "entry": .number(JSONNumber(link.number))]
        if let at = link.at { json["at"] = .string(at) }
        json["since"] = .number(JSONNumber(since))
        return Outcome(answer: .line(text, json: .object(json)))
    }
}

extension Diagnostic {
    fileprivate static func unknownLogTask(_ token: Token) -> Diagnostic {
        Diagnostic(
            .unknownLogTask, "'log' has no task '\(token.text)'", at: token.place, expectation: "log verify [HASH]",
            suggestion: Suggestion.nearest(to: token.text, among: ["verify"]),
            notes: ["'show log' lists the entries"])
    }

    fileprivate static func notAHash(_ token: Token) -> Diagnostic {
        Diagnostic(
            .notAHash, "'\(token.text)' is not a hash", at: token.place,
            expectation: "64 hexadecimal digits, as 'log verify' prints them")
    }
}

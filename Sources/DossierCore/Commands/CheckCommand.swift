/// `check`: proves that the session holds together.
public struct CheckCommand: Command {
    private let rules: [any Check.Type]
    private let readsFiles: Bool

    /// The verb as data.
    public static let definition = CommandDefinition(
        "check", "Checks that every reference exists and every quote still stands in its source.",
        Signature(
            [.init("RULE", .word(CheckTable.all.map { $0.definition.name }), .any, "only these rules")],
            options: [.init("storage", "reads the state and the log anew, and proves each by the other")]),
        examples: [
            Example("all rules", "check", answer: "nothing found: references, quotes, digests, circles"),
            Example("one rule", "check quotes", answer: "nothing found: quotes"),
            Example(
                "the files too", "check --storage",
                answer: "nothing found: references, quotes, digests, circles, storage"),
        ],
        details: CheckTable.all.map { "\($0.definition.name): \($0.definition.summary)" } + [
            "--storage: every entry of the log has the hash that the next one names, the state is the one that the log names (SHA-256), and the entries make it; what was folded and kept is proved with it"
        ])

    /// Reads the rules.
    public init(_ call: Call) throws(Diagnostic) {
        var rules: [any Check.Type] = []
        for token in call.arguments {
            guard let rule = CheckTable.all.first(where: { $0.definition.name == token.text }) else {
                throw .unknownRule(token)
            }
            rules.append(rule)
        }
        self.rules = rules.isEmpty ? CheckTable.all : rules
        readsFiles = call.has("storage")
    }

    /// Checks.
    public func evaluate(in context: Context) -> Outcome {
        var found = rules.flatMap { rule in
            rule.findings(in: context.session).map { finding in
                Found(
                    rule: rule.definition.name, severity: rule.definition.severity, record: finding.record,
                    text: finding.text)
            }
        }
        var names = rules.map { $0.definition.name }
        if readsFiles {
            names.append("storage")
            found += context.log.faults().map { fault in
                Found(
                    rule: "storage", severity: fault.severity == .error ? .error : .warning, record: nil,
                    text: fault.text)
            }
        }
        let errors = found.count { $0.severity == .error }
        let sum =
            found.isEmpty
            ? StyledText("nothing found: " + names.joined(separator: ", "), .good)
            : StyledText(
                "\(found.count) \(found.count == 1 ? "finding" : "findings"), \(errors) \(errors == 1 ? "error" : "errors")",
                .strong)
        return Outcome(
            value: Value(
                found.map(\.block) + [.line(sum)], json: .object(["findings": .array(found.map(\.json))]),
                selection: found.compactMap(\.record)),
            failed: errors > 0)
    }

    /// A place where a rule is broken, in a record or in the files.
    private struct Found {
        let rule: String
        let severity: CheckDefinition.Severity
        let record: Identifier?
        let text: String

        var block: Block {
            let style: TextStyle = severity == .error ? .bad : .doubtful
            let place = record.map { StyledText($0.text, .identifier) + "  " } ?? StyledText()
            return .prose(
                StyledText("\(severity.rawValue): ", style) + place + StyledText(text)
                    + StyledText("  (\(rule))", .faint), indent: 2)
        }

        var json: JSONValue {
            var members = [
                JSONMember(key: "rule", value: .string(rule)),
                JSONMember(key: "severity", value: .string(severity.rawValue)),
            ]
            if let record { members.append(JSONMember(key: "record", value: .string(record.text))) }
            members.append(JSONMember(key: "text", value: .string(text)))
            return .object(JSONObject(members: members))
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownRule(_ token: Token) -> Diagnostic {
        let known = CheckTable.all.map { $0.definition.name }
        return Diagnostic(
            .unknownRule, "'\(token.text)' is no rule", at: token.place,
            expectation: "one of " + known.joined(separator: ", "),
            suggestion: Suggestion.nearest(to: token.text, among: known))
    }
}

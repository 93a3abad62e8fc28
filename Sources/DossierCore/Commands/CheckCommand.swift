/// `check`: proves that the session holds together.
public struct CheckCommand: Command {
    private let rules: [any Check.Type]

    /// The verb as data.
    public static let definition = CommandDefinition(
        "check", "Checks that every reference exists and every quote still stands in its source.",
        Signature([.init("RULE", .word(CheckTable.all.map { $0.definition.name }), .any, "only these rules")]),
        examples: [
            Example("all rules", "check", answer: "nothing found: references, quotes, digests"),
            Example("one rule", "check quotes", answer: "nothing found: quotes"),
        ],
        details: CheckTable.all.map { "\($0.definition.name): \($0.definition.summary)" })

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
    }

    /// Checks.
    public func evaluate(in context: Context) -> Outcome {
        var findings: [(rule: CheckDefinition, finding: Finding)] = []
        for rule in rules {
            findings += rule.findings(in: context.session).map { (rule.definition, $0) }
        }
        let errors = findings.count { $0.rule.severity == .error }
        var blocks: [Block] = findings.map { rule, finding in
            let style: TextStyle = rule.severity == .error ? .bad : .doubtful
            let line =
                StyledText("\(rule.severity.rawValue): ", style) + StyledText(finding.record.text, .identifier)
                + StyledText("  " + finding.text) + StyledText("  (\(rule.name))", .faint)
            return .prose(line, indent: 2)
        }
        let names = rules.map { $0.definition.name }.joined(separator: ", ")
        let count = findings.count
        blocks.append(
            .line(
                findings.isEmpty
                    ? StyledText("nothing found: \(names)", .good)
                    : StyledText(
                        "\(count) \(count == 1 ? "finding" : "findings"), \(errors) \(errors == 1 ? "error" : "errors")",
                        .strong)))
        let json = findings.map { rule, finding in
            JSONValue.object([
                "rule": .string(rule.name), "severity": .string(rule.severity.rawValue),
                "record": .string(finding.record.text), "text": .string(finding.text),
            ])
        }
        return Outcome(
            value: Value(blocks, json: .object(["findings": .array(json)]), selection: findings.map(\.finding.record)),
            failed: errors > 0)
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

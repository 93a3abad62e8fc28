import DossierAnalysis
import DossierLanguage
import DossierModel
import DossierTime

/// `check`: proves that the session holds together, and names what an analyst should look at.
package struct CheckCommand: Command {
    private let rules: [any Check.Type]
    private let names: [String]
    private let asOf: When?
    private let readsFiles: Bool

    package static let name = "check"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name,
        "Checks that the session is consistent and follows the rules of analysis; fails if a rule is broken.",
        Signature(
            [.init("RULE", .word(CheckTable.all.map { $0.name }), .any, "only these rules")],
            fields: .named {
                [
                    FieldDefinition(
                        FieldName("as-of"), .when,
                        "the day for 'overdue'; by default, the latest day known in the session")
                ]
            },
            options: [.init("storage", "reads the state and the log again, and verifies each against the other")]),
        isQuestion: true,
        examples: [
            Example(
                "all rules", "check",
                answer: """
                    warning: c1  it does not quote its source: add a quote with 'set c1 quote="…"'  (anchors)
                    warning: e2  it is marked as confirmed, but no claim supports it: 'add claim about=e2 stance=asserts …', or set 'status=reported'  (confirmed)
                    hint: nis  no record names it: link it, or 'drop nis'  (unused)
                    2 warnings, 1 hint
                    """),
            Example("one rule", "check quotes", answer: "nothing found: quotes"),
            Example("on a day", "check due overdue as-of=2025-01-10", answer: "nothing found: due, overdue"),
            Example(
                "the files too", "check quotes digests --storage", answer: "nothing found: quotes, digests, storage"),
        ],
        details: [
            "An error is a broken rule, a warning a doubt, a hint something untidy; only errors make the command fail. 'help checks' lists the rules; 'help RULE' shows what a rule finds and how to correct it.",
            "--storage verifies that every entry of the log has the hash that the next one names, that the state is the one that the log names (SHA-256), and that the entries lead to it; folded entries that were kept are verified too",
        ])

    /// Reads the rules and the day.
    package init(_ call: Call) throws(Diagnostic) {
        var rules: [any Check.Type] = []
        for token in call.arguments {
            guard let rule = CheckTable.check(named: token.text) else { throw .unknownRule(token) }
            rules.append(rule)
        }
        names = rules.isEmpty ? ["all rules"] : rules.map { $0.definition.name }
        self.rules = rules.isEmpty ? CheckTable.all : rules
        var asOf: When?
        for setting in call.fields {
            guard let field = setting.field, setting.isField("as-of"), field.comparison == .equal else {
                throw .noSettingOfCheck(setting)
            }
            asOf = try field.value?.read { text throws(ValueError) in try When.interpret(text, asOf: nil) }
        }
        self.asOf = asOf
        readsFiles = call.has("storage")
    }

    /// Checks.
    package func evaluate(in context: Context) -> Outcome {
        let session = context.session
        let work = context.surroundings.work("checking", .records, of: session.count, stride: 64)
        let findings = CheckTable.findings(
            rules, CheckScope(session, asOf: asOf, for: context.surroundings.watch), work)
        var found = zip(rules, findings).flatMap { rule, findings in
            findings.map { finding in
                Found(
                    rule: rule.definition.name, severity: rule.definition.severity, record: finding.record,
                    others: finding.others, text: finding.text)
            }
        }
        var names = names
        if readsFiles {
            names.append("storage")
            found += context.log.faults().map { fault in
                Found(
                    rule: "storage", severity: fault.severity == .error ? .error : .warning, record: nil, others: [],
                    text: fault.text)
            }
        }
        let counts = CheckDefinition.Severity.allCases.compactMap { severity -> String? in
            let count = found.indices.count { found[$0].severity == severity }
            return count > 0 ? severity.counted(count) : nil
        }
        let sum =
            found.isEmpty
            ? StyledText("nothing found: " + names.joined(separator: ", "), .good)
            : StyledText(counts.joined(separator: ", "), .strong)
        return Outcome(
            answer: Answer(
                found.map(\.block) + [.line(sum)], json: .object(["findings": .array(found.map(\.json))]),
                selection: found.compactMap(\.record)),
            failed: found.contains { $0.severity == .error })
    }

    /// A place where a rule is broken, in a record or in the files.
    private struct Found {
        let rule: String
        let severity: CheckDefinition.Severity
        let record: Identifier?
        let others: [Identifier]
        let text: String

        var block: Block {
            let style: TextStyle =
                switch severity {
                case .error: .bad
                case .warning: .doubtful
                case .hint: .faint
                }
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
            if !others.isEmpty {
                members.append(JSONMember(key: "others", value: .array(others.map { .string($0.text) })))
            }
            members.append(JSONMember(key: "text", value: .string(text)))
            return .object(JSONObject(members: members))
        }
    }
}

extension Diagnostic {
    fileprivate static func noSettingOfCheck(_ setting: Token) -> Diagnostic {
        Diagnostic(
            .unexpectedField, "'check' has no setting '\(setting.text)='", at: setting.place,
            expectation: CheckCommand.definition.usage)
    }

    fileprivate static func unknownRule(_ token: Token) -> Diagnostic {
        let known = CheckTable.all.map { $0.name }
        return Diagnostic(
            .unknownRule, "'\(token.text)' is not a rule", at: token.place,
            expectation: "one of " + known.joined(separator: ", "),
            suggestion: Suggestion.nearest(to: token.text, among: known))
    }
}

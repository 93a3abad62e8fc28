import DossierLanguage
import DossierModel
import DossierText
import DossierTime

/// Words of a query that stand in no record: they were most likely meant as something else, and hide all rows.
package struct LeftoverWords {
    private let context: Context
    private let kind: Kind?
    private var words: [(token: Token, next: Token?)] = []
    /// Whether rows are found although one of its words stands nowhere.
    private var hasAlternatives = false

    package init(_ query: ShowQuery, in context: Context) {
        self.context = context
        kind = query.kind
        gather([query.query])
    }

    private mutating func gather(_ terms: [Query]) {
        for (index, term) in terms.enumerated() {
            switch term {
            case .all(let terms): gather(terms)
            case .any(let terms):
                hasAlternatives = true
                for term in terms { gather([term]) }
            case .not(let term):
                hasAlternatives = true
                gather([term])
            case .text(let token):
                let next = index + 1 < terms.count ? terms[index + 1].token : nil
                if token.kind == .word { words.append((token, next)) }
            case .tag, .field, .kind: continue
            }
        }
    }

    /// A line for each such word, with what is typed for what was meant.
    ///
    /// - Parameter isEmpty: whether no row was found; where all terms must hold and some was, every word stands in a record.
    package func remarks(isEmpty: Bool) -> [String] {
        guard isEmpty || hasAlternatives else { return [] }
        var remarks: [String] = []
        // The word after one that was advised on, where the advice takes it up.
        var isNextTaken = false
        for (token, next) in words {
            if isNextTaken {
                isNextTaken = false
                continue
            }
            let folded = FoldedText.of(token.text)
            if stands(.contains(folded), in: kind.map { [$0] } ?? Kind.listed) { continue }
            let remark = remark(on: token, folded, next: next)
            remarks.append(remark)
            if let next { isNextTaken = next.kind == .word && remark.contains(next.text) }
        }
        return remarks
    }

    private func remark(on token: Token, _ folded: String, next: Token?) -> String {
        let others = kind == nil ? [] : Kind.listed.filter { stands(.contains(folded), in: [$0]) }
        let problem = "'\(token.text)' does not occur in any \(others.isEmpty ? "record" : kind?.rawValue ?? "record")"
        if let advice = advice(for: token, folded, next: next) { return "\(problem); \(advice)" }
        return others.first.map { "\(problem), but does in \($0.plural)" } ?? problem
    }

    private func stands(_ condition: Condition, in kinds: [Kind]) -> Bool {
        kinds.contains { !context.session.rows(of: $0, where: condition).isEmpty }
    }

    /// What is typed for what a word says elsewhere.
    private func advice(for token: Token, _ folded: String, next: Token?) -> String? {
        switch folded {
        case "where", "that", "which", "whose", "having", "is", "are", "was", "were", "and", "&", "&&", "find", "me":
            return "terms side by side must all match; no word is needed between them"
        case "or", "||", "|": return "write a lower-case 'or' between terms of which one must match"
        case "not", "!", "except", "excluding", "exclude", "but":
            return "'-' negates a term: '-\(next?.place.text ?? "#tag")'"
        case "order", "sort", "sorted", "ordered", "orderby", "sortby", "asc", "ascending":
            return "'by \(sortField)' sorts the rows"
        case "desc", "descending", "reverse", "newest", "latest":
            return "'by -\(sortField)' sorts the rows, the last first"
        case "group", "grouped", "groupby", "total": return "'count by \(countField)' counts the rows of each value"
        case "daily", "weekly", "monthly", "yearly", "annually", "per":
            let unit = folded == "per" ? next?.text ?? "month" : Self.units[folded] ?? "month"
            return kind.map { !$0.timeFields.isEmpty } ?? true
                ? "'count by \(unit)' counts the rows of each \(unit)" : nil
        case "top", "first", "only", "head":
            return "'limit \(next.flatMap { Int($0.text) } ?? 10)' limits the number of rows"
        case "without", "missing", "lacking", "no", "empty", "null", "unset":
            return "'-has:\(next.flatMap { name(of: $0) } ?? sortField)' finds records without it"
        case "has", "having:", "any": return "'has:\(next.flatMap { name(of: $0) } ?? sortField)' finds records with it"
        case "after", "since": return "'after:\(date(next) ?? "2023")' finds later records"
        case "before", "until", "till": return "'before:\(date(next) ?? "2023")' finds earlier records"
        case "during", "in", "on", "at", "from", "between":
            return kind.map { hasTime($0) } ?? true ? "'when:\(date(next) ?? "2023")' finds records in that time" : nil
        case "tag", "tagged", "tags": return "'#\(next?.text ?? "tag")' finds records with a tag"
        case "like", "contains", "containing", "matches":
            return "'\(titleField):WORDS' finds records that contain words"
        case "columns", "select", "fields": return "'with \(titleField),\(sortField)' names the columns"
        default: return reference(token) ?? field(token.text)
        }
    }

    private static let units = [
        "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year",
    ]

    private var titleField: String { (kind?.titleField ?? .title).text }

    private var sortField: String {
        switch kind {
        case .source: "published"
        case .claim: "said"
        case .entity: "name"
        case .note: "type"
        case .link: "relation"
        default: "when"
        }
    }

    private var countField: String {
        switch kind {
        case .event: "status"
        case .claim: "speaker"
        case .source: "publisher"
        case .link: "relation"
        case nil: "kind"
        default: "type"
        }
    }

    private func hasTime(_ kind: Kind) -> Bool { kind.definition.field(.when) != nil }

    /// The field that a word names.
    private func name(of token: Token) -> String? {
        let kinds = kind.map { [$0] } ?? Kind.listed
        return kinds.contains { $0.definition.field(FieldName(token.text)) != nil } ? token.text : nil
    }

    private func date(_ token: Token?) -> String? {
        guard let token, (try? When(token.text)) != nil else { return nil }
        return token.text
    }

    /// `a,b` and `e1..e4`: records that are named.
    private func reference(_ token: Token) -> String? {
        guard token.text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }),
            let references = try? ReferenceParser.parse(word: token.text, at: token.place),
            let found = try? ReferenceResolver(context: context).resolve(references, in: Draft(context)), !found.isEmpty
        else { return nil }
        return "'id:\(token.text)' finds these records"
    }

    /// `status reported`: the name of a field.
    private func field(_ word: String) -> String? {
        let kinds = kind.map { [$0] } ?? Kind.listed
        guard kinds.contains(where: { $0.definition.field(FieldName(word)) != nil }) else { return nil }
        return "'\(word):VALUE' asks for a value of the field, 'has:\(word)' for any"
    }
}

extension Query {
    /// The word that the term begins with; nil of several terms.
    fileprivate var token: Token? {
        switch self {
        case .text(let token), .tag(let token), .field(let token, _): token
        case .not(let term): term.token
        case .all, .any, .kind: nil
        }
    }
}

import DossierModel
import DossierTime

extension Diagnostic {
    /// A kind of record has no field of this name.
    public static func unknownField(_ name: String, _ kind: Kind, at place: Place) -> Diagnostic {
        let known = kind.definition.fields.filter { $0.type != .digest }.map(\.name.text)
        return Diagnostic(
            .unknownField, "\(kind.withArticle) has no field '\(name)'", at: place,
            expectation: "one of " + known.joined(separator: ", ") + ", or x.NAME for one of your own",
            suggestion: Suggestion.nearest(to: name, among: known))
    }
}

/// Regular expressions of the schema, in the subset that JSON Schema recommends (core, 6.4).
///
/// They name no Unicode property, which few validators know: characters beyond ASCII are let through, and what may stand
/// there is for the program to say.
enum SchemaPattern {
    private static let letter = #"[^\u0000-@\[-`{-\u007f]"#
    private static let number = #"(?:-?[0-9]+(?:\.[0-9]+)?)"#
    private static let percent = #"[0-9]{1,3}(?:\.[0-9]{1,2})?"#
    private static let degrees = #"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)"#

    /// An id.
    static let identifier = "^" + letter + #"[^\u0000-,/:-@\[-^`{-\u007f]*$"#

    /// An id of the form that the session gives to kinds whose letters these are: `e12`.
    static func numbered(_ letters: String) -> String { "^[\(letters)][1-9][0-9]{0,12}$" }

    /// The name of a custom field.
    static let customField = #"^x\.(?:[-.0-9A-Z_a-z]|[^\u0000-\u007f])*(?:[.0-9A-Z_a-z]|[^\u0000-\u007f])$"#

    /// The characters of EDTF.
    static let time = #"^[-+0-9TZYESX.,:/~?%{}\[\] ]+$"#

    /// A quantity in its canonical form.
    static let quantity =
        #"^~?(?:N(?:\.\.N)?(?:\.\.N?)?|(?:\.\.N){1,2})(?:%.*| [^-0-9.~ ].*)?$"#.replacing("N", with: number)

    /// A percentage, or a range of them.
    static let percentage = #"^P(?:\.\.P)?%$"#.replacing("P", with: percent)

    /// Degrees north and east.
    static let coordinates = "^\(degrees),\(degrees)$"

    /// A tag.
    static let tag = #"^[^\u0000-,;-@\[-^`{-\u009f]+$"#

    /// A relation that a session declares.
    static let relationDeclaration: String = {
        let name = letter + #"[^\u0000-,.-@\[-`{-\u007f]*"#
        let kind = "(?:" + Kind.listed.flatMap { [$0.rawValue, $0.plural] }.joined(separator: "|") + ")"
        let kinds = "\(kind)(?:,\(kind))*"
        return "^\(name)(?:/\(name))?(?::\(kinds)>\(kinds))?$"
    }()
}

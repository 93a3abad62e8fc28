import DossierModel
import DossierTime

/// What a user may decide about the shell; no setting is part of a session.
public enum Setting: String, Sendable, CaseIterable {
    case suggestions, pager, wrap, colour, history, plain

    /// What it means, in a few words.
    public var summary: String {
        switch self {
        case .suggestions: "shows the latest matching entry in faint type after the cursor"
        case .pager:
            "shows answers longer than the screen with $DOSSIER_PAGER, $PAGER or 'less -FIRX', or with a command"
        case .wrap: "continues long cells of a table on the next line instead of cutting them"
        case .colour: "colour on a terminal only, everywhere, or nowhere"
        case .history: "how many entries are kept between runs; 0 keeps none"
        case .plain:
            "for a screen reader: words in place of drawings and colour, a table as one row a paragraph, lines without editing"
        }
    }

    /// The words that it may hold; where more may stand there, they come first.
    public var words: [String] {
        switch self {
        case .suggestions, .wrap, .pager: Setting.onOrOff
        case .colour: Setting.colours
        case .history: []
        case .plain: Setting.yesOrNo
        }
    }

    // Each in a place of its own: constants within one function are mixed up where targets inline it (.ci/statics).
    private static let onOrOff = ["on", "off"]
    private static let yesOrNo = ["yes", "no"]
    private static let colours = ["auto", "always", "never"]

    /// What may stand there: `on|off`.
    public var usage: String {
        switch self {
        case .pager: "on|off|COMMAND"
        case .history: "NUMBER"
        case .suggestions, .wrap, .colour, .plain: words.joined(separator: "|")
        }
    }

    /// What is said of a value of the user's own that nearly is a word of the setting, as `of` is `off`; nil of others.
    public func doubt(about value: String) -> String? {
        guard self == .pager, !words.contains(value), let near = Suggestion.nearest(to: value, among: words) else {
            return nil
        }
        return "'\(value)' is taken as a command; did you mean '\(near)'?"
    }

    /// What it is until somebody decides.
    var standard: String {
        switch self {
        case .suggestions, .pager: "on"
        case .wrap: "off"
        case .colour: "auto"
        case .history: "100000"
        case .plain: "no"
        }
    }

    /// Reads a value.
    ///
    /// - Throws: why it is none.
    func read(_ text: String) throws(ValueError) -> String {
        switch self {
        case .pager where !text.isEmpty: return text
        case .history:
            guard let number = Int(text), (0...1_000_000).contains(number) else {
                throw ValueError("'\(text)' is not a count of entries", expectation: "a whole number from 0 to 1000000")
            }
            return String(number)
        default:
            guard words.contains(text) else {
                throw ValueError(
                    "'\(text)' is not a value of '\(rawValue)'", expectation: "one of " + words.joined(separator: ", "),
                    suggestion: Suggestion.nearest(to: text, among: words))
            }
            return text
        }
    }
}

import DossierModel

/// The answer of a command, a pure value: blocks for people, JSON for programs.
public struct Answer: Sendable {
    /// What `_` and `%3` mean after it; nil where they stay what they were.
    public var selection: [Identifier]?
    /// What is said of the answer: for a person under it, for a program beside it, since its JSON holds the answer alone.
    public var remarks: [String] = []
    private let content: any AnswerContent

    /// What a person sees, from the top; an answer may make it anew each time that it is asked for.
    public var blocks: [Block] { content.blocks + remarks.map { .prose(StyledText($0, .faint), indent: 2) } }

    /// The same for programs.
    public var json: JSONValue { content.json }

    /// Makes an answer of blocks, with the same as JSON and the records that it selects.
    public init(_ blocks: [Block] = [], json: JSONValue = .null, selection: [Identifier]? = nil) {
        self.init(MadeContent(blocks: blocks, json: json), selection: selection)
    }

    /// Makes an answer that writes its own blocks and JSON.
    public init(_ content: any AnswerContent, selection: [Identifier]?) {
        self.content = content
        self.selection = selection
    }

    /// One line for a person.
    public static func line(_ text: StyledText, json: JSONValue) -> Answer { Answer([.line(text)], json: json) }
}

/// An answer that is put into words when somebody reads it: most replies of a script are read by nobody.
public protocol AnswerContent: Sendable {
    /// What a person sees, from the top.
    var blocks: [Block] { get }
    /// The same for programs.
    var json: JSONValue { get }
}

/// An answer that is made already.
private struct MadeContent: AnswerContent {
    let blocks: [Block]
    let json: JSONValue
}

/// A piece of an answer.
public indirect enum Block: Sendable {
    /// One line, cut where it is too wide.
    case line(StyledText)
    /// Text that is wrapped to the width; later lines are indented by so many columns.
    case prose(StyledText, indent: Int)
    /// A heading over what follows.
    case heading(StyledText)
    /// Names and values, the values in one column, wrapped.
    case fields([Labelled])
    /// Rows in columns.
    case table(Table)
    /// Ranges on one scale.
    case chart(RangeChart)
    /// A file for programs or people, as it is.
    case document(String)

    /// A value with its name.
    public struct Labelled: Sendable {
        /// What it is.
        public let label: String
        /// The value.
        public let text: StyledText

        /// Makes a line of a label and a text.
        public init(label: String, text: StyledText) {
            self.label = label
            self.text = text
        }
    }
}

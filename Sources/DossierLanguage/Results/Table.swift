import DossierModel
import DossierTime

/// A grid of cells. The terminal, CSV, JSON and Markdown are all written from it.
public struct Table: Sendable {
    /// The columns, from left to right.
    public var columns: [Column]
    /// The rows, from top to bottom.
    public var rows: [Row]
    /// What is said under the table.
    public var footers: [StyledText] = []

    /// Makes a table of its parts.
    public init(columns: [Column], rows: [Row], footers: [StyledText] = []) {
        self.columns = columns
        self.rows = rows
        self.footers = footers
    }

    /// A column.
    public struct Column: Sendable {
        /// Its name for programs: a field's name.
        public let key: String
        /// Its heading.
        public let title: String
        /// Whether its cells are numbers, which stand to the right.
        public let isNumeric: Bool
        /// How long it keeps its width when there is too little: the greater, the longer.
        public let priority: Int
        /// The least columns of the terminal that it is worth showing in.
        public let minimum: Int

        /// Makes a column of its parts.
        public init(_ key: String, title: String? = nil, isNumeric: Bool = false, priority: Int = 0, minimum: Int = 6) {
            self.minimum = minimum
            self.key = key
            self.title = title ?? key
            self.isNumeric = isNumeric
            self.priority = priority
        }
    }

    /// A row.
    public struct Row: Sendable {
        /// The record that it shows.
        public let id: Identifier?
        /// Its cells, one a column.
        public let cells: [Cell]
        /// How surely it answers the question.
        public let certainty: Certainty

        /// Makes a row of its cells.
        public init(_ cells: [Cell], id: Identifier? = nil, certainty: Certainty = .certainly) {
            self.id = id
            self.cells = cells
            self.certainty = certainty
        }
    }

    /// A cell: for people and for programs.
    public struct Cell: Sendable {
        /// For people.
        public let text: StyledText
        /// For programs.
        public let json: JSONValue
        /// What stands beside it for programs only: the bounds of a time.
        public let beside: [JSONMember]

        /// Makes a cell of a text, and of what JSON shows in its place.
        public init(_ text: StyledText, json: JSONValue? = nil, beside: [JSONMember] = []) {
            self.text = text
            self.json = json ?? .string(text.plain)
            self.beside = beside
        }

        /// An empty cell.
        public static let empty = Cell("", json: .null)
    }

    /// The rows as JSON objects, empty cells left out; a row that is only possible says so.
    public var json: JSONValue {
        .array(
            rows.map { row in
                var members: [JSONMember] = []
                for (column, cell) in zip(columns, row.cells) where cell.json != .null {
                    // A column that is asked for twice is one member.
                    if members.contains(where: { $0.key == column.key }) { continue }
                    members.append(JSONMember(key: column.key, value: cell.json))
                    members += cell.beside
                }
                if row.certainty == .possibly {
                    members.append(JSONMember(key: "certainty", value: .string("possibly")))
                }
                return .object(JSONObject(members: members))
            })
    }
}

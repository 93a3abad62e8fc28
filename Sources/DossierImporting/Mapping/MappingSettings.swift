import DossierLanguage
import DossierModel
import DossierText
import DossierTime

/// How cells are read before they become values: the settings that are the same for all formats with rows.
struct MappingSettings: Sendable {
    /// What stands between the values in a cell; nil where each cell holds one.
    let separator: UInt8?
    /// What an end of an interval is whose cells are blank.
    let blankEnd: BlankEnd?
    private let empties: Set<String>
    private let dates: DateOrder?
    private let tables: [String: CellTable]
    private let precision: Token.Value?
    /// The fields of what a field names, by its name: `coordinates` of `place`.
    private let ofNamed: [String: [(name: String, token: Token)]]

    /// What may be set.
    static let definitions = [
        FieldDefinition(FieldName("split"), .text, "what separates several values in a cell: split=;"),
        FieldDefinition(FieldName("empty"), .text, "cells that count as empty: empty=\"n/a,unknown,-\""),
        FieldDefinition(
            FieldName("dates"), .word(orders), "the order of day, month and year in figures such as 07/01/2021"),
        FieldDefinition(
            FieldName("precision"), .text, "how precise when= is: precision=\"{COLUMN}: 1=day,4=month,5=year\""),
        FieldDefinition(
            FieldName("blank-end"), .word(blankEnds),
            "what an interval with one blank end is; by default it is left out"),
        FieldDefinition(
            FieldName("map.FIELD"), .text, "converts the cells of a field: map.type=\"Riots=protest,*=other\""),
    ]

    private static let orders = Vocabulary(
        "order", ["dmy": "21/10/2024", "mdy": "10/21/2024", "ymd": "2024/10/21"])
    private static let blankEnds = Vocabulary(
        "blank end", ["open": "the interval is open", "day": "it is the end that is there"])

    /// Reads the settings among all that is given.
    ///
    /// - Throws: a diagnostic where one does not make sense.
    init(_ given: GivenFields) throws(Diagnostic) {
        separator = try given["split"]?.read(MappingSettings.separator)
        blankEnd = try given["blank-end"]?.read(BlankEnd.init(reading:))
        dates = try given["dates"]?.read(DateOrder.init(reading:))
        precision = given["precision"]
        empties = Set(
            given["empty"]?.text.split(separator: ",").map { FoldedText.of(String($0.trimmedOfBlanks)) } ?? [])
        var tables: [String: CellTable] = [:]
        var ofNamed: [String: [(name: String, token: Token)]] = [:]
        for token in given.tokens {
            guard let value = token.field?.value else { continue }
            if let field = MappingSettings.field(convertedBy: token.text) {
                tables[field] = try value.read(CellTable.init)
            } else if let (field, name) = MappingSettings.parts(token.text) {
                ofNamed[field, default: []].append((name, token))
            }
        }
        self.tables = tables
        self.ofNamed = ofNamed
    }

    /// The field whose cells a setting converts, `type` of `map.type`; nil where it is another.
    static func field(convertedBy name: String) -> String? {
        name.hasPrefix("map.") ? String(name.dropFirst(4)) : nil
    }

    /// The two names in that of a field of what a field names, `place.coordinates`; nil where it is another.
    static func parts(_ name: String) -> (field: String, name: String)? {
        guard let point = name.firstIndex(of: "."), !FieldName(name).isCustom else { return nil }
        return (String(name[..<point]), String(name[name.index(after: point)...]))
    }

    /// What the cells of a field become; nil where they stay as they are.
    func conversion(of field: String, isTime: Bool) -> CellConversion? {
        CellConversion(empties: empties, table: tables[field], dates: isTime ? dates : nil)
    }

    /// How precise times are.
    func precision(of columns: Columns) throws(Diagnostic) -> TimePrecision? {
        guard let precision else { return nil }
        return try TimePrecision(precision, of: columns)
    }

    /// The fields of what a field names.
    func fields(ofNamedBy field: String) -> [(name: String, token: Token)] { ofNamed[field] ?? [] }

    private static func separator(_ text: String) throws(ValueError) -> UInt8 {
        guard text.utf8.count == 1, let byte = text.utf8.first, byte > 0x20, byte < 0x80, byte != UInt8(ascii: "\"")
        else {
            throw ValueError("'\(text)' cannot separate values", expectation: "one ASCII character, such as ;")
        }
        return byte
    }
}

extension Substring {
    fileprivate var trimmedOfBlanks: Substring {
        var text = self.drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

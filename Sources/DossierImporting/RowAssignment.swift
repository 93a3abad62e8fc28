import DossierLanguage
import DossierModel
import DossierOutput

/// What one field of a record is given: the same for each row, or made of its cells.
package struct RowAssignment: Sendable {
    /// Where errors in it are shown.
    let place: Place
    /// The field, or `id` and the like, which are none.
    package let name: String
    /// What the field holds; nil where it is none.
    package let definition: FieldDefinition?
    /// The name with its operator, `actor=`; nothing where the value stands for itself, as the ends of a link do.
    let head: [UInt8]
    package let content: Content
    /// What each row is given, where it is the same; nil where it is made of cells.
    let constantText: String?
    /// How the value is written.
    package let form: Form
    /// What stands between the values in a cell; nil where there is one.
    let separator: UInt8?
    /// What its cells become before they are put together; nil where they stay as they are.
    let conversion: CellConversion?
    /// How precise the time is; nil where no column says it.
    let precision: TimePrecision?
    /// What an end of an interval is whose cells are blank; nil where the whole is then left out.
    let blankEnd: BlankEnd?
    /// The record that it names, which is made where it is not there; nil where the command itself sees to it.
    let naming: RecordNaming?

    /// What the field is given.
    package enum Content: Sendable {
        /// What was typed, the same for each row.
        case constant([UInt8])
        /// What a template makes of the cells of a row.
        case template(CellTemplate)
        /// The cell of a column as it was exported; where it is not plain, a formula has a mark before it.
        case exported(Int, isPlain: Bool)
        /// The key of the row, made of the cells of some columns.
        case key([Int])
    }

    /// How a value of cells is written in the command.
    package enum Form: Sendable {
        /// In quotation marks, as it stands.
        case text
        /// In quotation marks, without the blanks around it.
        case word
        /// A time in EDTF, bare.
        case time
        /// A time in words, in quotation marks; what other programs write is EDTF.
        case timeInWords
        /// A name in quotation marks, which may make an entity; an exported id that a session gave is bare, and makes none.
        case reference
    }

    /// The columns that it reads.
    var columns: [Int] {
        switch content {
        case .constant: []
        case .template(let template):
            template.columns + (precision?.template.columns ?? []) + (naming?.columns ?? [])
        case .exported(let column, _): [column]
        case .key(let columns): columns
        }
    }

    /// What was typed for a field.
    ///
    /// - Parameter ownName: the name of a field of what a field names, `coordinates` of `place.coordinates`.
    init(
        _ token: Token, _ field: Token.Field, _ ownName: String? = nil, kind: Kind, isNamed: Bool = true,
        _ settings: MappingSettings, of columns: Columns
    ) throws(Diagnostic) {
        place = token.place
        name = ownName ?? field.name
        head = isNamed ? Array((name + field.comparison.text).utf8) : []
        definition = kind.definition.field(FieldName(name))
        separator = definition?.holdsMany == true ? settings.separator : nil
        guard let value = field.value, CellTemplate.isOne(value) else {
            content = .constant(Array((field.value?.place.text ?? (isNamed ? "" : "\"\"")).utf8))
            constantText = field.value?.text ?? ""
            form = .word
            (conversion, precision, blankEnd, naming) = (nil, nil, nil, nil)
            return
        }
        let isTime = definition?.type.isTime == true
        constantText = nil
        content = .template(try CellTemplate(value, of: columns))
        conversion = settings.conversion(of: field.name, isTime: isTime)
        precision = field.name == FieldName.when.text ? try settings.precision(of: columns) : nil
        blankEnd = isTime ? settings.blankEnd : nil
        naming = ownName == nil ? try RecordNaming(of: definition, settings, columns) : nil
        form =
            switch definition?.type {
            case .text, .quote: .text
            case .when: value.isQuoted ? .timeInWords : .time
            case .reference: .reference
            default: .word
            }
    }

    /// A column that was exported under the name of a field.
    init(
        exported column: Int, named name: String, kind: Kind, isNamed: Bool, isPlain: Bool, isList: Bool,
        _ settings: MappingSettings, at place: Place
    ) {
        self.place = place
        self.name = name
        head = isNamed ? Array((name + "=").utf8) : []
        content = .exported(column, isPlain: isPlain)
        definition = kind.definition.field(FieldName(name))
        separator = isList && definition?.holdsMany == true ? CSVList.separator : nil
        conversion = settings.conversion(of: name, isTime: definition?.type.isTime == true)
        (constantText, precision, blankEnd, naming) = (nil, nil, nil, nil)
        form =
            switch definition?.type {
            case .reference: .reference
            case .when: .time
            default: .text
            }
    }

    /// The key that each record keeps.
    init(key columns: [Int], of kind: Kind, at place: Place) {
        self.place = place
        name = RowKey.field.text
        definition = kind.definition.field(RowKey.field)
        head = Array((name + "=").utf8)
        content = .key(columns)
        constantText = nil
        form = .text
        separator = nil
        (conversion, precision, blankEnd, naming) = (nil, nil, nil, nil)
    }

    /// A source that each record gets.
    init(source: Identifier, at place: Place) {
        self.place = place
        name = "source"
        definition = nil
        head = Array("source=".utf8)
        content = .constant(Array(source.text.utf8))
        form = .word
        separator = nil
        constantText = source.text
        (conversion, precision, blankEnd, naming) = (nil, nil, nil, nil)
    }
}

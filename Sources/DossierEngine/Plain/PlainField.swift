import DossierModel
import DossierTime

/// A field of a kind of record as plain lines give it: made once from the field's definition.
final class PlainField: Sendable {
    /// What stands before its value in a record: `"title": `.
    let key: JSONKey
    let holdsMany: Bool
    let form: Form

    /// How a value becomes JSON without being a value first.
    enum Form: Sendable {
        /// Any text.
        case text
        /// One of these words.
        case word([ShortWord])
        case when
        case quantity
        case grade
        /// One record of these kinds, by its id.
        case reference([Kind])
        /// A tag of ASCII.
        case tags
        /// Only the command itself reads it.
        case other
    }

    fileprivate init?(_ definition: FieldDefinition) {
        guard let key = JSONKey(definition.name.text) else { return nil }
        self.key = key
        holdsMany = definition.holdsMany
        form =
            switch definition.type {
            case .text: definition.holdsMany ? .other : .text
            case .word(let vocabulary): .word(vocabulary.words.compactMap { ShortWord($0.text) })
            case .when: .when
            case .quantity: .quantity
            case .grade: .grade
            case .reference(let kinds, _): .reference(kinds)
            case .tag: .tags
            default: .other
            }
    }

    /// Writes the value of a word of a line; false where it is not plain, or more must be known than the word.
    func write(_ index: Int, of line: borrowing PlainLine, to writer: inout JSONWriter) -> Bool {
        let word = line.words[index]
        let value = line.bytes(word.content)
        switch form {
        case .text: break
        case .word(let words): if ShortWord(value).map({ words.contains($0) }) != true { return false }
        case .when: if word.isQuoted || !When.isUnexplained(value) { return false }
        case .quantity:
            // Other than the typed form, the command shows how it was read.
            guard let reading = try? QuantityReader.read(String(decoding: value, as: UTF8.self)), reading.isTyped else {
                return false
            }
            writer.string(reading.quantity.text)
            return true
        case .grade: if !PlainField.isGrade(value) { return false }
        case .reference, .tags, .other: return false
        }
        writer.string(utf8: value)
        return true
    }

    private static func isGrade(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count == 2 && UInt8(ascii: "A")...UInt8(ascii: "F") ~= bytes[0]
            && UInt8(ascii: "1")...UInt8(ascii: "6") ~= bytes[1]
    }
}

/// The fields of a kind of record as plain lines give them, in the order in which a record holds them: a field's place is its
/// rank.
final class PlainFields: Sendable {
    let fields: [PlainField]
    private let names: [ShortWord?]

    private init(_ kind: Kind) {
        fields = kind.definition.fields.compactMap { PlainField($0) }
        names = kind.definition.fields.map { ShortWord($0.name.text) }
    }

    /// The place of the field of a name, as it stands somewhere in memory.
    func place(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        ShortWord(name).flatMap { names.firstIndex(of: $0) }
    }

    /// Those of each kind.
    static let all: PerKind<PlainFields> = {
        var all = PerKind(repeating: PlainFields(.session))
        for kind in Kind.listed { all[kind] = PlainFields(kind) }
        return all
    }()
}

import DossierTime

/// One value of a field, of the type in the field's definition.
///
/// Values larger than a text are boxed, so that an array of texts stays small.
public enum FieldValue: Sendable, Hashable {
    /// Any text, a word of a vocabulary, a tag, a digest or the name of a relation.
    case text(String)
    /// A time.
    indirect case when(When)
    /// A number or a range.
    indirect case quantity(Quantity)
    /// An Admiralty code.
    case grade(Grade)
    /// The letter of one.
    case reliability(Reliability)
    /// A likelihood.
    indirect case likelihood(Likelihood)
    /// A point on the Earth.
    case coordinates(Coordinates)
    /// Another record.
    case reference(Identifier)
    /// Words of a source.
    indirect case quote(TextQuoteSelector)
    /// A relation of the session's own.
    indirect case declaration(RelationDeclaration)
}

extension FieldValue {
    /// Reads a value that needs nothing but its text: everything but references, quotes and relations.
    ///
    /// - Throws: `ValueError` as the value's own type does.
    public static func read(_ text: String, as type: FieldType) throws(ValueError) -> FieldValue {
        switch type {
        case .text, .digest: return .text(text)
        case .relation: return .text(text)
        case .zone: return .text(try EDTFZone.read(text))
        case .tag: return .text(try Tag.read(text))
        case .word(let vocabulary): return .text(try vocabulary.read(text))
        case .when: return .when(try When(text))
        case .quantity: return .quantity(try Quantity(text))
        case .grade: return .grade(try Grade(text))
        case .reliability: return .reliability(try Reliability(text))
        case .likelihood: return .likelihood(try Likelihood(text))
        case .coordinates: return .coordinates(try Coordinates(text))
        case .reference: return .reference(try Identifier(text))
        case .relationDeclaration: return .declaration(try RelationDeclaration(text))
        case .quote: throw ValueError("a quote needs the text of its source")
        }
    }

    /// Reads a value from a record that was written before.
    ///
    /// - Throws: `ValueError` as the value's own type does.
    static func stored(_ text: String, as type: FieldType) throws(ValueError) -> FieldValue {
        if case .quantity = type { return .quantity(try Quantity(stored: text)) }
        return try read(text, as: type)
    }

    /// The value as it is typed: EDTF, the typed form of a quantity, an id; of a quote its exact words.
    public var typed: String {
        switch self {
        case .text(let text): text
        case .when(let when): when.text
        case .quantity(let quantity): quantity.text
        case .grade(let grade): grade.description
        case .reliability(let letter): letter.rawValue
        case .likelihood(let likelihood): likelihood.text
        case .coordinates(let point): point.text
        case .reference(let id): id.text
        case .quote(let quote): quote.exact
        case .declaration(let declaration): declaration.text
        }
    }

    /// The record that it names, of a quote the source; nil where it names none.
    public var named: Identifier? {
        switch self {
        case .reference(let id): id
        case .quote(let quote): quote.source
        default: nil
        }
    }
}

extension UInt8 {
    /// Whether it is a letter or a digit of ASCII.
    fileprivate var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }
}

/// Tags: a word that an analyst sorts records by, typed `#troops`.
public enum Tag {
    /// Reads a tag without its `#`: letters, digits and marks of any script, `-`, `_`, `.`, `/` and `:`.
    public static func read(_ text: String) throws(ValueError) -> String {
        let tag = text.utf8.first == UInt8(ascii: "#") ? String(text.unicodeScalars.dropFirst()) : text
        guard !tag.isEmpty else { throw ValueError("a tag needs a name") }
        if tag.utf8.allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }) { return tag }
        for scalar in tag.unicodeScalars {
            let allowed =
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "-_./:".unicodeScalars.contains(scalar)
                || (!scalar.isASCII && !scalar.properties.isWhitespace && scalar.value > 0x9F
                    && scalar.properties.generalCategory != .format)
            if !allowed {
                throw ValueError("'\(scalar)' is not allowed in a tag", expectation: "letters, digits and - _ . / :")
            }
        }
        return tag
    }
}

import DossierModel
import DossierTime

/// JSON for other programs, as all formats that are JSON write it.
enum JSONDocument {
    /// A document: each member on a line of its own, and each element of its list.
    ///
    /// - Parameter path: the keys that lead to the list.
    static func text(_ document: JSONObject, listing path: [String]) -> String {
        var writer = JSONWriter()
        writer.write(document, listing: path[...])
        writer.lineBreak()
        return writer.text
    }

    /// JSON Lines: each value on a line of its own.
    static func lines(_ values: [JSONValue]) -> String {
        var writer = JSONWriter()
        for value in values {
            writer.write(value)
            writer.lineBreak()
        }
        return writer.text
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ object: JSONObject, listing path: ArraySlice<String>) {
        beginObject()
        for member in object.members {
            lineBreak()
            key(member.key)
            switch member.value {
            case .object(let object) where member.key == path.first: write(object, listing: path.dropFirst())
            case .array(let elements) where member.key == path.first: write(elements)
            default: write(member.value)
            }
        }
        lineBreak()
        endObject()
    }

    private mutating func write(_ elements: [JSONValue]) {
        beginArray()
        for element in elements {
            lineBreak()
            write(element)
        }
        if !elements.isEmpty { lineBreak() }
        endArray()
    }
}

extension JSONValue {
    /// An exact number.
    static func decimal(_ number: Decimal) -> JSONValue {
        JSONNumber("\(number)").map(JSONValue.number) ?? .null
    }

    /// A text, or null where there is none.
    static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

    /// Texts in one, as a cell holds a list; null where there are none.
    static func list(_ texts: [String]) -> JSONValue {
        texts.isEmpty ? .null : .string(texts.count == 1 ? texts[0] : CSVList.text(of: texts))
    }
}

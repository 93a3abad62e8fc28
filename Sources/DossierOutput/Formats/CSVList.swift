/// The values of a list in one cell: between semicolons. One that would not come back as it is stands in quotation marks, those
/// in it doubled, as cells do in a row (RFC 4180, section 2).
package enum CSVList {
    /// The values in one cell.
    static func text(of values: [String]) -> String { values.map { quoted($0) }.joined(separator: "; ") }

    private static func quoted(_ value: String) -> String {
        let bytes = value.utf8
        let isPlain =
            !bytes.contains(separator) && bytes.first != quote && bytes.first.map(isBlank) != true
            && bytes.last.map(isBlank) != true
        if isPlain { return value }
        var quoted = "\""
        for scalar in value.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// The values that stand in a cell; blanks around them and what is empty are left out.
    package static func values(of cell: ArraySlice<UInt8>, separator: UInt8 = CSVList.separator) -> [ArraySlice<UInt8>]
    {
        var values: [ArraySlice<UInt8>] = []
        var rest = cell
        while true {
            rest = rest.drop(while: isBlank)
            if let (value, after) = quotedValue(rest, separator) {
                values.append(value)
                rest = after
            } else {
                var value = rest.prefix { $0 != separator }
                rest = rest[value.endIndex...]
                while let last = value.last, isBlank(last) { value.removeLast() }
                if !value.isEmpty { values.append(value) }
            }
            guard rest.first == separator else { return values }
            rest = rest.dropFirst()
        }
    }

    /// A value in quotation marks with what is behind it; nil where none stands there.
    private static func quotedValue(
        _ text: ArraySlice<UInt8>, _ separator: UInt8
    ) -> (value: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
        guard text.first == quote else { return nil }
        var value: [UInt8] = []
        var rest = text.dropFirst()
        while let byte = rest.popFirst() {
            if byte == quote {
                guard rest.first == quote else {
                    rest = rest.drop(while: isBlank)
                    return rest.isEmpty || rest.first == separator ? (value[...], rest) : nil
                }
                rest.removeFirst()
            }
            value.append(byte)
        }
        return nil
    }

    package static let separator = UInt8(ascii: ";")
    private static let quote = UInt8(ascii: "\"")

    static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}

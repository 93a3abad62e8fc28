extension Quantity {
    /// Reads a quantity from a record that was written before: the canonical form, whose unit is taken as it stands, whatever
    /// people write by it today; else as ``init(_:)`` does.
    ///
    /// - Throws: as ``init(_:)`` does.
    public init(stored text: String) throws(ValueError) {
        guard let canonical = Quantity(canonical: text) else {
            try self.init(text)
            return
        }
        self = canonical
    }

    private init?(canonical text: String) {
        var rest = text.utf8[...]
        let isApproximate = rest.first == UInt8(ascii: "~")
        if isApproximate { rest.removeFirst() }
        let number = rest.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "%") }
        rest = rest[number.endIndex...]
        if rest.first == UInt8(ascii: " ") { rest.removeFirst() }
        let unit = rest.isEmpty ? nil : String(Substring(rest))
        let word = unit.map { String($0.prefix { $0 != " " }) } ?? ""
        let isPower = word != "K" && QuantityVocabulary.powers[word.lowercased()] != nil
        guard let ends = Quantity.ends(number), !isPower else { return nil }
        let isThree = ends.count == 3
        let best = isThree ? ends[1] : ends.count == 1 ? ends[0] : nil
        self.init(low: ends[0], best: best, high: ends[ends.count - 1], unit: unit, isApproximate: isApproximate)
        if self.text != text { return nil }
    }

    /// The numbers of `1000..1500..2000`, nil where one is left out; nil where they are no such numbers, or not in order.
    private static func ends(_ text: Substring.UTF8View) -> [Decimal?]? {
        var parts: [Substring.UTF8View] = []
        var start = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index] == UInt8(ascii: "."), next < text.endIndex, text[next] == UInt8(ascii: ".") {
                parts.append(text[start..<index])
                start = text.index(after: next)
                index = start
            } else {
                index = next
            }
        }
        parts.append(text[start...])
        var ends: [Decimal?] = []
        for part in parts {
            let number = part.isEmpty ? nil : try? Decimal(String(Substring(part)))
            if number == nil, !part.isEmpty { return nil }
            ends.append(number)
        }
        let stated = ends.compactMap { $0 }
        let isOrdered = zip(stated, stated.dropFirst()).allSatisfy { $0 <= $1 }
        guard parts.count <= 3, !stated.isEmpty, isOrdered, parts.count < 3 || ends[1] != nil && stated.count > 1 else {
            return nil
        }
        return ends
    }
}

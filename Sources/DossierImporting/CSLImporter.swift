import DossierAnalysis
import DossierLanguage
import DossierModel

/// CSL JSON: a shelf of references, as Zotero and others write it.
package struct CSLImporter: Importer {
    package static let name = "csl-json"

    /// The format as data.
    package static let definition = ImporterDefinition(
        name,
        "CSL JSON, such as Zotero exports: each item becomes a source, without fields being given; other keys are columns",
        kind: .source, endings: ["json"], isCutAtLines: false,
        examples: [
            Example(
                "a shelf of sources", "import csl-json shelf.json",
                reading: Example.File(
                    "shelf.json",
                    #"[{"id": "lee2024", "type": "article-newspaper", "title": "Troops leave by ship", "author": [{"family": "Lee", "given": "Ana"}], "container-title": "Harbour Post", "issued": {"date-parts": [[2024, 10, 21]]}, "URL": "https://example.org/ship", "page": "3"}]"#
                        + "\n"),
                answer: """
                    imported 1 source from shelf.json
                      s2  source  2024-10-21  Troops leave by ship
                      columns left out: key, type, page
                    """)
        ])

    /// Looks for the items and their keys.
    package static func content(of file: ImportedFile) throws(Diagnostic) -> ImportContent {
        .rows(try JSONListReader(try JSONList(in: file), of: file, as: CSLShape()))
    }
}

/// Items of CSL JSON under the names of a source's fields; what has none keeps its name.
struct CSLShape: JSONShape {
    let leftBehind: [String] = []

    mutating func note(_ element: JSONObject) {}

    func row(of element: JSONObject) throws(JSONShapeFault) -> JSONObject {
        var row: [(String, JSONValue)] = []
        let hasPublisher = element["publisher"]?.string?.isEmpty == false
        for member in element.members {
            switch member.key {
            case "id": row.append(("key", member.value))
            case "container-title" where !hasPublisher: row.append(("publisher", member.value))
            case "publisher" where !hasPublisher: continue
            case "author": row.append(("author", .array(member.value.array?.map(CSLShape.name) ?? [])))
            case "URL": row.append(("url", member.value))
            case "issued": row.append(("published", try CSLDate.edtf(member.value, of: "issued")))
            case "accessed": row.append(("retrieved", try CSLDate.edtf(member.value, of: "accessed")))
            default: row.append((member.key, CSLShape.readable(member)))
            }
        }
        return JSONObject(row)
    }

    /// Other names and dates as texts too, so that each is one cell; what cannot be read so stays as it is.
    private static func readable(_ member: JSONMember) -> JSONValue {
        if let values = member.value.array, !values.isEmpty, values.allSatisfy({ isName($0) }) {
            return .array(values.map(name))
        }
        return (try? CSLDate.edtf(member.value, of: member.key)).flatMap { $0 == .null ? nil : $0 } ?? member.value
    }

    private static func isName(_ value: JSONValue) -> Bool {
        value.object.map { $0["family"] != nil || $0["given"] != nil || $0["literal"] != nil } ?? false
    }

    /// A name as it is spoken: given name, particles, family name, suffix.
    private static func name(_ value: JSONValue) -> JSONValue {
        guard let name = value.object else { return value }
        if let literal = name["literal"] { return literal }
        let parts = ["given", "dropping-particle", "non-dropping-particle", "family", "suffix"].compactMap {
            name[$0]?.string
        }
        return .string(parts.filter { !$0.isEmpty }.joined(separator: " "))
    }
}

/// A date variable of CSL JSON as EDTF.
enum CSLDate {
    /// The date, or the text that stands for it; null where the value is not a date.
    ///
    /// - Throws: where the parts of the date make none.
    static func edtf(_ value: JSONValue, of variable: String) throws(JSONShapeFault) -> JSONValue {
        if case .string = value { return value }
        guard let date = value.object else { return .null }
        guard let ends = date["date-parts"]?.array, !ends.isEmpty else {
            return date["raw"] ?? date["literal"] ?? .null
        }
        var texts: [String] = []
        for end in ends.prefix(2) {
            guard let text = text(of: end, season: date["season"], isAbout: isTrue(date["circa"])) else {
                throw JSONShapeFault(
                    problem: "'\(variable)' is not a date: \(value.text)", expectation: "[[YEAR, MONTH, DAY]]")
            }
            texts.append(text)
        }
        // An end of zeros leaves a range open.
        return texts[0].isEmpty
            ? .null : .string(texts.count == 2 && texts[1].isEmpty ? texts[0] + "/.." : texts.joined(separator: "/"))
    }

    private static func isTrue(_ value: JSONValue?) -> Bool {
        switch value {
        case .bool(let bool): bool
        case .number(let number): number.integer != 0
        case .string(let text): !["", "0", "false"].contains(text)
        default: false
        }
    }

    /// Year, month and day, of which the last may be missing; nothing of an end that is left open, nil where it is not a date.
    private static func text(of end: JSONValue, season: JSONValue?, isAbout: Bool) -> String? {
        guard let parts = end.array, parts.count <= 3 else { return nil }
        let numbers = parts.map { $0.integer ?? $0.string.flatMap { Int($0) } }
        guard numbers.allSatisfy({ $0 != nil }) else { return nil }
        let known = numbers.compactMap(\.self)
        guard let year = known.first, year != 0 else { return "" }
        // A year before our era has no year 0 there, and one here.
        guard var text = self.year(year < 0 ? year + 1 : year) else { return nil }
        for part in known.dropFirst() {
            guard 1...99 ~= part else { return nil }
            text += part < 10 ? "-0\(part)" : "-\(part)"
        }
        if known.count == 1, let season = season.flatMap({ $0.integer ?? $0.string.flatMap { Int($0) } }),
            1...4 ~= season
        {
            text += "-\(20 + season)"
        }
        return isAbout ? text + "~" : text
    }

    private static func year(_ year: Int) -> String? {
        guard -9999...9999 ~= year else { return nil }
        let digits = String(abs(year))
        return (year < 0 ? "-" : "") + String(repeating: "0", count: 4 - digits.count) + digits
    }
}

/// Comma-separated values (RFC 4180), with LF line ends.
///
/// A cell that a spreadsheet would take for a formula gets a `'` before it (CWE-1236), numbers excepted, unless `raw`; so
/// does one that would be taken for such a cell, so that each comes back as it was.
package struct CSVText {
    private(set) var text = ""
    let raw: Bool

    mutating func row(_ cells: [String]) {
        text += cells.map { escaped($0) }.joined(separator: ",") + "\n"
    }

    private func escaped(_ cell: String) -> String {
        let harmless = raw || !CSVText.isGuarded(cell[...]) ? cell : "'" + cell
        let special = harmless.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        if !special { return harmless }
        var quoted = "\""
        for scalar in harmless.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// A cell as it was before it was escaped.
    package static func unguarded(_ cell: Substring) -> Substring {
        guard cell.utf8.first == mark else { return cell }
        let rest = Substring(cell.utf8.dropFirst())
        return isGuarded(rest) ? rest : cell
    }

    /// Whether a cell gets a `'` before it: it is a formula, or one with such marks before it.
    private static func isGuarded(_ cell: Substring) -> Bool {
        isFormula(Substring(cell.utf8.drop { $0 == mark }))
    }

    private static let mark = UInt8(ascii: "'")

    private static func isFormula(_ cell: Substring) -> Bool {
        guard let first = cell.utf8.first, [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first) else { return false }
        let isSign = first == 0x2B || first == 0x2D
        return !(isSign && isUnsignedNumber(cell.utf8.dropFirst()))
    }

    /// Digits, with a point and more digits behind them or none.
    private static func isUnsignedNumber(_ text: Substring.UTF8View) -> Bool {
        let parts = text.split(separator: 0x2E, omittingEmptySubsequences: false)
        return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { 0x30...0x39 ~= $0 } }
    }
}

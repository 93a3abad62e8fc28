/// Comma-separated values (RFC 4180), with LF line ends.
///
/// A cell that a spreadsheet would take for a formula gets a `'` before it (CWE-1236), numbers excepted, unless `raw`.
struct CSVText {
    private(set) var text = ""
    let raw: Bool

    mutating func row(_ cells: [String]) {
        text += cells.map { escaped($0) }.joined(separator: ",") + "\n"
    }

    private func escaped(_ cell: String) -> String {
        let harmless = raw || !isFormula(cell) ? cell : "'" + cell
        let special = harmless.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        if !special { return harmless }
        var quoted = "\""
        for scalar in harmless.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    private func isFormula(_ cell: String) -> Bool {
        guard let first = cell.utf8.first, [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first) else { return false }
        let isSign = first == 0x2B || first == 0x2D
        return !(isSign && isUnsignedNumber(cell.dropFirst()))
    }

    /// Digits, with a point and more digits behind them or none.
    private func isUnsignedNumber(_ text: Substring) -> Bool {
        let parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
        return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { 0x30...0x39 ~= $0 } }
    }
}

import DossierModel

/// Letters that look like what the language means by another: quotation marks and spaces of a word processor, and marks that
/// git leaves in a file.
enum Lookalike {
    /// What should be said of a command that is wrong, beside what is wrong with it: one sentence a line.
    ///
    /// - Parameter command: its text; what stands in quotation marks of the language, or after ` -- `, is left out.
    static func notes(on command: String) -> [String] {
        if let mark = ConflictMarker.mark(of: command.utf8) {
            return ["'\(mark)' is a conflict marker of git: the file was merged and the conflict is not resolved"]
        }
        var notes: [String] = []
        var quote: Unicode.Scalar?
        var column = 0
        var last: Unicode.Scalar = " "
        for scalar in command.unicodeScalars {
            column += 1
            defer { last = scalar }
            if let open = quote {
                if scalar == open { quote = nil }
                continue
            }
            if scalar == "\"" || scalar == "'" {
                quote = scalar
            } else if scalar == "-", last == "-" {
                return notes
            } else if notes.count < 2, let note = note(on: scalar, at: column), !notes.contains(note) {
                notes.append(note)
            }
        }
        return notes
    }

    private static func note(on scalar: Unicode.Scalar, at column: Int) -> String? {
        if quotationMarks.contains(scalar) {
            return "\(scalar) in column \(column) is not a quotation mark of the language: type \" or '"
        }
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        if scalar.value > 0x7F, scalar.properties.generalCategory == .spaceSeparator {
            return
                "column \(column) contains a \(scalar.properties.name?.lowercased() ?? "space") (\(code)) where a space belongs"
        }
        if invisible.contains(scalar) {
            return
                "column \(column) contains a \(scalar.properties.name?.lowercased() ?? "mark") (\(code)), which is invisible"
        }
        if dashes.contains(scalar) {
            return "\(scalar) in column \(column) is not a hyphen of the language: type - or --"
        }
        return nil
    }

    private static let quotationMarks: Set<Unicode.Scalar> = [
        "“", "”", "„", "‟", "«", "»", "‘", "’", "‚", "‹", "›", "＂", "＇",
    ]
    private static let invisible: Set<Unicode.Scalar> = [
        "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{00AD}",
    ]
    private static let dashes: Set<Unicode.Scalar> = ["–", "—", "−", "‐", "‑"]
}

extension Diagnostic {
    /// The error with what should be said of letters in a command that look like others.
    public func explained(by command: String) -> Diagnostic {
        let more = Lookalike.notes(on: command)
        if more.isEmpty { return self }
        var error = self
        error.notes += more
        return error
    }
}

import DossierText
import Glibc

/// A prompt in the form libedit draws correctly: each run of colour sequences and of marks without a width stands between two
/// delimiters, before a character with a width, because libedit attaches the run to that character and drops a run that has
/// none. A mark is so written behind its letter and before the next one; as a cell of its own libedit would leave it out.
struct Prompt {
    static let delimiter: Unicode.Scalar = "\u{1}"

    /// Wide characters with a zero at the end.
    let wideCharacters: [wchar_t]
    /// The number of columns the prompt takes.
    let width: Int

    init(_ text: String) {
        var marked = String.UnicodeScalarView()
        var unseen = String.UnicodeScalarView()
        var plain = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]

        func append(_ scalar: Unicode.Scalar) {
            if !unseen.isEmpty {
                marked.append(Self.delimiter)
                marked.append(contentsOf: unseen)
                marked.append(Self.delimiter)
                unseen = String.UnicodeScalarView()
            }
            marked.append(scalar)
            plain.append(scalar)
        }

        while let scalar = rest.first {
            if let sequence = Self.colorSequence(at: rest) {
                unseen.append(contentsOf: sequence)
                rest = rest[sequence.endIndex...]
                continue
            }
            rest.removeFirst()
            for shown in visible(String(scalar)).unicodeScalars {
                if libeditWidth(of: shown) > 0 {
                    append(shown)
                } else {
                    unseen.append(shown)
                    plain.append(shown)
                }
            }
        }
        if !unseen.isEmpty {
            if marked.last == " ", plain.last == " " {
                marked.removeLast()
                plain.removeLast()
            }
            append(" ")
        }
        wideCharacters = String(marked).wideCharacters
        width = TextWidth.of(String(plain))
    }

    /// The prompt without its colour sequences, for a terminal that has no colour.
    static func plain(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            if let sequence = colorSequence(at: rest) {
                rest = rest[sequence.endIndex...]
            } else {
                rest.removeFirst()
                kept.append(contentsOf: visible(String(scalar)).unicodeScalars)
            }
        }
        return String(kept)
    }

    /// Select Graphic Rendition (ECMA-48, section 8.3.117) at the beginning of `text`.
    private static func colorSequence(at text: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView? {
        guard text.starts(with: "\u{1B}[".unicodeScalars) else { return nil }
        let parameters = text.dropFirst(2).prefix { ("0"..."9").contains($0) || $0 == ";" || $0 == ":" }
        guard parameters.endIndex < text.endIndex, text[parameters.endIndex] == "m" else { return nil }
        return text[...parameters.endIndex]
    }
}

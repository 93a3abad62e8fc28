/// What begins a fenced block of code in Markdown (CommonMark 0.31, §4.5): up to three spaces, three backticks or tildes or
/// more, and words that say what the code is.
package struct MarkdownFence: Sendable, Hashable {
    /// How many spaces stand before it; as many are no part of the lines in the block.
    var indentation = 0
    /// A backtick or a tilde.
    var mark = UInt8(ascii: "`")
    /// How many of them.
    var length = 3
    /// The words after them.
    var words: [String] = []

    /// The fence of a block that is written anew.
    package init(words: [String]) { self.words = words }

    /// Reads a line; nil where it begins no block.
    init?(_ line: ArraySlice<UInt8>) {
        indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
        let rest = line.dropFirst(indentation)
        guard indentation < 4, let mark = rest.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
            return nil
        }
        self.mark = mark
        length = rest.prefix { $0 == mark }.count
        let info = rest.dropFirst(length)
        if length < 3 || (mark == UInt8(ascii: "`") && info.contains(mark)) { return nil }
        words = String(decoding: info, as: UTF8.self).split { $0 == " " || $0 == "\t" }.map(String.init)
    }

    /// Whether a line ends the block: as many marks or more, and nothing after them.
    func isClosed(by line: ArraySlice<UInt8>) -> Bool {
        let spaces = line.prefix { $0 == UInt8(ascii: " ") }.count
        let rest = line.dropFirst(spaces)
        let count = rest.prefix { $0 == mark }.count
        return spaces < 4 && count >= length
            && rest.dropFirst(count).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// The line as it begins a block.
    package var text: String {
        String(repeating: " ", count: indentation)
            + String(repeating: Character(Unicode.Scalar(mark)), count: length) + words.joined(separator: " ")
    }

    /// The line that ends the block.
    package var end: String {
        String(repeating: " ", count: indentation)
            + String(repeating: Character(Unicode.Scalar(mark)), count: length)
    }
}

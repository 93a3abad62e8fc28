/// A word, number or mark of a time in words.
struct WordsToken: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// A word in lower case, without the full stop of an abbreviation.
        case word(String)
        /// A number and how many digits it has.
        case number(Int, digits: Int)
        /// `21st`
        case ordinal(Int)
        /// `1990s`
        case decade(Int)
        /// `14:30`, in seconds of the day.
        case clock(Int)
        /// A date of EDTF that is more than a year.
        case date(String)
        /// `-` (any dash), `,` or `/`.
        case mark(Character)
    }

    var kind: Kind
    /// Its place in the UTF-8 of the text.
    var range: Range<Int>

    /// Takes a text apart.
    static func tokens(of text: String) -> [WordsToken] {
        let bytes = Array(text.utf8)
        var tokens: [WordsToken] = []
        var start = 0
        while start < bytes.count {
            guard bytes[start] != 32, !(9...13 ~= bytes[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < bytes.count, bytes[end] != 32, !(9...13 ~= bytes[end]) { end += 1 }
            tokens += chunk(bytes, start..<end)
            start = end
        }
        return tokens
    }

    /// The tokens of a stretch without spaces.
    private static func chunk(_ bytes: [UInt8], _ range: Range<Int>) -> [WordsToken] {
        var end = range.upperBound
        while end > range.lowerBound, [UInt8(ascii: ","), UInt8(ascii: ".")].contains(bytes[end - 1]) { end -= 1 }
        let text = String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
        var tokens: [WordsToken] = []
        if text.utf8.count > 4, case .date? = EDTFReader.expression(text) {
            tokens.append(WordsToken(kind: .date(text), range: range.lowerBound..<end))
        } else {
            tokens += pieces(text, at: range.lowerBound)
        }
        if end < range.upperBound, bytes[end] == UInt8(ascii: ",") {
            tokens.append(WordsToken(kind: .mark(","), range: end..<end + 1))
        }
        return tokens
    }

    /// The tokens of a stretch that is no date of EDTF: runs of letters and digits, and the marks between them.
    private static func pieces(_ text: String, at offset: Int) -> [WordsToken] {
        var tokens: [WordsToken] = []
        var run = ""
        var runStart = offset
        var place = offset
        func finish() {
            if !run.isEmpty { tokens.append(WordsToken(kind: kind(of: run), range: runStart..<place)) }
            run = ""
        }
        for character in text {
            switch character {
            case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}":
                finish()
                tokens.append(WordsToken(kind: .mark("-"), range: place..<place + character.utf8.count))
            case ",", "/":
                finish()
                tokens.append(WordsToken(kind: .mark(character), range: place..<place + 1))
            case ".": finish()
            default:
                if run.isEmpty { runStart = place }
                run.append(character)
            }
            place += character.utf8.count
        }
        finish()
        return tokens
    }

    private static func kind(of run: String) -> Kind {
        var text = run.lowercased()
        if let last = text.last, "'\u{2019}".contains(last) { text.removeLast() }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard let number = Int(digits) else { return .word(text) }
        switch rest {
        case "": return .number(number, digits: digits.count)
        case "st", "nd", "rd", "th": return .ordinal(number)
        case "s", "'s", "\u{2019}s": return digits.count == 4 && number % 10 == 0 ? .decade(number) : .word(text)
        default:
            if let seconds = clock(text) { return .clock(seconds) }
            return .word(text)
        }
    }

    /// The second of the day of `14:30` or `14:30:15`.
    private static func clock(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard 2...3 ~= parts.count, 1...2 ~= parts[0].count, parts.dropFirst().allSatisfy({ $0.count == 2 }) else {
            return nil
        }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, 0...23 ~= numbers[0], numbers.dropFirst().allSatisfy({ 0...59 ~= $0 })
        else {
            return nil
        }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }
}

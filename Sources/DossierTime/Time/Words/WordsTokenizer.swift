/// Takes a time in words apart.
enum WordsTokenizer {
    /// The tokens of a text.
    static func tokens(of text: String) -> [WordsToken] {
        let bytes = Array(text.utf8)
        var tokens: [WordsToken] = []
        var start = 0
        while start < bytes.count {
            guard !isSpace(bytes[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < bytes.count, !isSpace(bytes[end]) { end += 1 }
            var pieces = chunk(bytes, start..<end)
            for index in pieces.indices.dropFirst() { pieces[index].isJoined = true }
            tokens += pieces
            start = end
        }
        return tokens
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || 9...13 ~= byte }

    /// The tokens of a stretch without spaces.
    private static func chunk(_ bytes: [UInt8], _ range: Range<Int>) -> [WordsToken] {
        var end = range.upperBound
        while end > range.lowerBound, [UInt8(ascii: ","), UInt8(ascii: ".")].contains(bytes[end - 1]) { end -= 1 }
        let text = String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
        let place = range.lowerBound..<end
        var tokens: [WordsToken] = []
        switch text.utf8.count > 4 ? EDTFReader.expression(text) : nil {
        case .date(let date)?:
            tokens.append(WordsToken(kind: date.clock == nil ? .date(text) : .moment(text), range: place))
        default:
            if let whole = whole(text.lowercased()) {
                var start = place.lowerBound
                for (kind, length) in whole {
                    tokens.append(WordsToken(kind: kind, range: start..<min(start + length, end)))
                    start += length
                }
            } else {
                tokens += pieces(text, at: range.lowerBound)
            }
        }
        if end < range.upperBound, bytes[end] == UInt8(ascii: ",") {
            tokens.append(WordsToken(kind: .mark(","), range: end..<end + 1))
        }
        return tokens
    }

    /// A stretch whose marks are part of a word: `p.m`, `6p.m`, `utc+3`, `+03:00`, `14:30+03:00`, `14:30:15.25`.
    private static func whole(_ text: String) -> [(WordsToken.Kind, Int)]? {
        if let half = half(text) { return [(.word(half), text.utf8.count)] }
        let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == ":" || $0 == "." }
        let rest = text.dropFirst(digits.count)
        // "8 -13 October" has a dash in it, no offset.
        if text.hasPrefix("+"), let offset = offset(text) {
            return [(.offset(offset), text.utf8.count)]
        }
        for zone in ["utc", "gmt"] where text.hasPrefix(zone) {
            guard let offset = offset(text.dropFirst(3)) else { continue }
            return [(.offset(offset), text.utf8.count)]
        }
        guard digits.contains(where: \.isNumber), digits.contains(":") || !rest.isEmpty else { return nil }
        let clock = clock(digits)
        if rest.isEmpty { return clock.map { [($0, text.utf8.count)] } }
        if let half = half(rest) {
            let pointed = digits.split(separator: Character(".")).joined(separator: ":")
            guard let first = clock ?? number(digits) ?? self.clock(pointed) else { return nil }
            return [(first, digits.utf8.count), (.word(half), rest.utf8.count)]
        }
        guard let clock else { return nil }
        if rest == "z" || rest == "utc" || rest == "gmt" {
            return [(clock, digits.utf8.count), (.offset(0), rest.utf8.count)]
        }
        if rest.hasPrefix("-") || rest.hasPrefix("\u{2212}") {
            // "18:00-20:00" is a range. "18:00-05:00" may be one over midnight or have an offset, and is not understood.
            guard case .clock(let start, _) = clock, case .clock(let end, _)? = self.clock(rest.dropFirst()),
                start < end
            else { return [(.word(text), text.utf8.count)] }
            return nil
        }
        return offset(rest).map { [(clock, digits.utf8.count), (.offset($0), rest.utf8.count)] }
    }

    /// `am` or `pm`, with or without points.
    private static func half(_ text: some StringProtocol) -> String? {
        switch text {
        case "am", "a.m", "a.m.": "am"
        case "pm", "p.m", "p.m.": "pm"
        default: nil
        }
    }

    /// `+3`, `+03` and `+03:00`, in minutes.
    private static func offset(_ text: some StringProtocol) -> Int? {
        guard let sign = text.first, "+-\u{2212}".contains(sign) else { return nil }
        let parts = text.dropFirst().split(separator: Character(":"), omittingEmptySubsequences: false)
        guard 1...2 ~= parts.count, 1...2 ~= parts[0].count, let hours = Int(parts[0]), hours <= 14,
            parts[0].allSatisfy({ $0.isASCII && $0.isNumber })
        else { return nil }
        var minutes = hours * 60
        if parts.count == 2 {
            guard parts[1].count == 2, let rest = Int(parts[1]), 0...59 ~= rest else { return nil }
            minutes += rest
        }
        return minutes > 14 * 60 ? nil : sign == "+" ? minutes : -minutes
    }

    private static func number(_ text: some StringProtocol) -> WordsToken.Kind? {
        Int(text).map { .number($0, digits: text.count) }
    }

    /// `14:30`, `14:30:15` or `14:30:15.25`, and `14h30`.
    private static func clock(_ text: some StringProtocol) -> WordsToken.Kind? {
        let parts = text.split(separator: Character(":"), omittingEmptySubsequences: false).map { String($0) }
        guard 2...3 ~= parts.count, 1...2 ~= parts[0].count else { return nil }
        var numbers: [Int] = []
        var fraction = ""
        for (index, part) in parts.enumerated() {
            let pieces = part.split(separator: Character("."), omittingEmptySubsequences: false)
            if pieces.count == 2, index == 2, !pieces[1].isEmpty { fraction = "." + pieces[1] }
            guard pieces.count == 1 || !fraction.isEmpty, index == 0 || pieces[0].count == 2,
                let number = Int(pieces[0])
            else { return nil }
            numbers.append(number)
        }
        guard 0...23 ~= numbers[0], numbers.dropFirst().allSatisfy({ 0...59 ~= $0 }) else { return nil }
        return .clock(numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0), fraction: fraction)
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
        func mark(_ mark: Character, _ length: Int) {
            finish()
            tokens.append(WordsToken(kind: .mark(mark), range: place..<place + length))
        }
        for character in text {
            let length = character.utf8.count
            switch character {
            case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": mark("-", length)
            case ",", "/": mark(character, length)
            // "Oct.12" has the point of an abbreviation, "12.10.2024" that of a date.
            case "." where run.last?.isNumber ?? false: mark(".", length)
            case ".": finish()
            case "&":
                finish()
                tokens.append(WordsToken(kind: .word("and"), range: place..<place + 1))
            default:
                if run.isEmpty { runStart = place }
                run.append(character)
            }
            place += length
        }
        finish()
        return tokens
    }

    /// `4Q23`, `Q4'23`, `2024Q3`: a quarter or a half with its year.
    private static func quarter(_ text: String) -> WordsToken.Kind? {
        let plain = text.filter { $0 != "'" }
        for (name, code) in WordsVocabulary.shortParts {
            let year = plain.hasPrefix(name) ? plain.dropFirst(2) : plain.hasSuffix(name) ? plain.dropLast(2) : ""
            guard year.count == 4 || year.count == 2 && plain.hasPrefix(name), let number = Int(year),
                year.allSatisfy({ $0.isASCII && $0.isNumber })
            else { continue }
            let full = year.count == 4 ? number : WordsParser.year(ofTwoDigits: number)
            return .date(Day.text(year: full) + "-" + String(code))
        }
        return nil
    }

    private static func kind(of run: String) -> WordsToken.Kind {
        var text = run.lowercased().map { "\u{2018}\u{2019}\u{2BC}".contains($0) ? "'" : String($0) }.joined()
        let isShortened = text.hasPrefix("'")
        if isShortened { text.removeFirst() }
        if text.hasSuffix("'") { text.removeLast() }
        if let quarter = quarter(text) { return quarter }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard let number = Int(digits) else { return .word(text) }
        switch rest {
        case "" where isShortened: return digits.count == 2 ? .shortYear(number) : .word("'" + text)
        case "": return .number(number, digits: digits.count)
        case "st", "nd", "rd", "th": return isShortened ? .word("'" + text) : .ordinal(number)
        case "s", "'s":
            guard number % 10 == 0 else { return .word(text) }
            if digits.count == 4 { return .decade(number) }
            return digits.count == 2 ? .shortDecade(number) : .word(text)
        default:
            if let clock = clock(text) { return clock }
            let parts = text.split(separator: Character("h"), omittingEmptySubsequences: false)
            if parts.count == 2, parts[1].count == 2 { return clock(parts.joined(separator: ":")) ?? .word(text) }
            return .word(text)
        }
    }
}

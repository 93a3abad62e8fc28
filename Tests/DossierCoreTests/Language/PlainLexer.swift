@testable import DossierLanguage
@testable import DossierModel

/// The language read slowly and plainly: character by character, each text built as it is read. What it says, the lexer
/// has to say.
struct PlainLexer {
    /// What the next command came to.
    enum Answer: Equatable {
        case tokens([PlainToken])
        case error(Diagnostic.Code, Range<Int>)
    }

    private let scalars: [Unicode.Scalar]
    /// For each character, and for the end, its offset in UTF-8.
    private let offsets: [Int]
    private var index: Int
    private var depth = 0
    private(set) var comments: [String] = []
    private(set) var isWaiting = false

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var offset = 0
        offsets =
            scalars.map { scalar in
                defer { offset += UTF8.width(scalar) }
                return offset
            } + [text.utf8.count]
        index = scalars.first == "\u{FEFF}" ? 1 : 0
    }

    /// The next command, or its error; nil at the end of the text.
    mutating func next() -> Answer? {
        comments = []
        while index < scalars.count {
            do throws(Fault) {
                let tokens = try command()
                if !tokens.isEmpty { return .tokens(tokens) }
            } catch {
                skipLine()
                return .error(error.rule, error.range)
            }
        }
        return nil
    }

    private struct Fault: Error {
        let rule: Diagnostic.Code
        let range: Range<Int>
    }

    private func at(_ place: Int) -> Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    private func range(_ start: Int, _ end: Int) -> Range<Int> { offsets[start]..<offsets[end] }

    private func isBlank(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { $0.value <= 0x20 } ?? true }

    private func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { ("a"..."z").contains($0) || ("A"..."Z").contains($0) } ?? false
    }

    /// A line ends with LF or CR LF.
    private func endsLine(_ place: Int) -> Bool {
        at(place) == "\n" || at(place) == "\r" && at(place + 1) == "\n"
    }

    /// A `\` at the end of a line, or of the text, carries the command on.
    private func goesOn(_ place: Int) -> Bool {
        at(place) == "\\" && (place + 1 == scalars.count || endsLine(place + 1))
    }

    private mutating func text(from start: Int) -> String { String(String.UnicodeScalarView(scalars[start..<index])) }

    private mutating func skipLineEnd() {
        if at(index) == "\r" { index += 1 }
        if at(index) == "\n" { index += 1 }
    }

    private mutating func skipLine() {
        while index < scalars.count, !endsLine(index) { index += 1 }
    }

    private mutating func command() throws(Fault) -> [PlainToken] {
        var tokens: [PlainToken] = []
        depth = 0
        while true {
            isWaiting = false
            while index < scalars.count {
                if goesOn(index) {
                    index += 1
                    skipLineEnd()
                    isWaiting = true
                } else if isBlank(at(index)), !endsLine(index) {
                    index += 1
                } else {
                    break
                }
            }
            isWaiting = isWaiting && index == scalars.count
            if index == scalars.count || endsLine(index) { break }
            let start = index
            if at(index) == "#", tokens.isEmpty || isBlank(at(index + 1)) {
                index += 1
                skipLine()
                comments.append(text(from: start + 1))
            } else if at(index) == "-", at(index + 1) == "-", isBlank(at(index + 2)) {
                index += 2
                if at(index) == " " || at(index) == "\t" { index += 1 }
                let first = index
                skipLine()
                let end = index
                while index > first, " \t\r".unicodeScalars.contains(scalars[index - 1]) { index -= 1 }
                tokens.append(PlainToken(.tail, text(from: first), range(first, index)))
                index = end
            } else {
                tokens.append(try token())
            }
        }
        skipLineEnd()
        return tokens
    }

    private mutating func token() throws(Fault) -> PlainToken {
        let start = index
        switch at(index) {
        case "(":
            depth += 1
            index += 1
            return PlainToken(.open, "(", range(start, index))
        case ")":
            depth -= 1
            index += 1
            return PlainToken(.close, ")", range(start, index))
        case "\"", "'":
            let text = try quoted()
            let token = PlainToken(.string, text, range(start, index))
            try requireSpace()
            return token
        case "#":
            index += 1
            return PlainToken(.tag, word(), range(start, index))
        case "-" where at(index + 1) == "-" && isLetter(at(index + 2)):
            index += 2
            return PlainToken(.option, word(), range(start, index))
        case "-":
            let next = at(index + 1)
            let isMinus =
                isLetter(next) || next.map { !$0.isASCII || "\"'#(_".unicodeScalars.contains($0) } ?? false
            if !isMinus { return PlainToken(.word, word(), range(start, index)) }
            index += 1
            return PlainToken(.minus, "-", range(start, index))
        default:
            if let (end, sign) = fieldOperator() { return try field(nameEnd: end, sign) }
            return PlainToken(.word, word(), range(start, index))
        }
    }

    private func fieldOperator() -> (end: Int, sign: String)? {
        guard isLetter(at(index)) else { return nil }
        var end = index
        while let scalar = at(end) {
            for sign in ["+=", "-=", "<=", ">=", "=", ":", "<", ">"] {
                let signs = Array(sign.unicodeScalars)
                if scalars[end...].starts(with: signs) { return (end, sign) }
            }
            let isDigit = ("0"..."9").contains(scalar)
            guard isLetter(scalar) || isDigit || !scalar.isASCII || "-_.".unicodeScalars.contains(scalar) else {
                return nil
            }
            end += 1
        }
        return nil
    }

    private mutating func field(nameEnd: Int, _ sign: String) throws(Fault) -> PlainToken {
        let start = index
        index = nameEnd
        let name = text(from: start)
        let nameRange = range(start, nameEnd)
        index += sign.unicodeScalars.count
        let first = index
        let isQuoted = at(index) == "\"" || at(index) == "'"
        let value = isQuoted ? try quoted() : word()
        var token = PlainToken(.field, name, range(start, index))
        token.sign = sign
        token.nameRange = nameRange
        if isQuoted || !value.isEmpty {
            token.value = value
            token.isQuoted = isQuoted
            token.valueRange = range(first, index)
        }
        if isQuoted { try requireSpace() }
        return token
    }

    private mutating func word() -> String {
        let start = index
        var inner = 0
        while !isBlank(at(index)), !goesOn(index) {
            if at(index) == "(" { inner += 1 }
            if at(index) == ")" {
                if inner == 0, depth > 0 { break }
                inner -= 1
            }
            index += 1
        }
        return text(from: start)
    }

    private mutating func requireSpace() throws(Fault) {
        if isBlank(at(index)) || at(index) == ")" || goesOn(index) { return }
        let start = index
        index += 1
        throw Fault(rule: .missingSpace, range: range(start, index))
    }

    private mutating func quoted() throws(Fault) -> String {
        let start = index
        if at(index) == "\"", at(index + 1) == "\"", at(index + 2) == "\"" { return try lines() }
        let mark = at(index)
        var text = String.UnicodeScalarView()
        index += 1
        while let scalar = at(index), scalar != "\n" {
            index += 1
            if scalar == mark { return String(text) }
            text.append(scalar == "\\" && mark == "\"" ? try escape(in: start) : scalar)
        }
        throw Fault(rule: .unclosedString, range: range(start, index))
    }

    private mutating func escape(in start: Int) throws(Fault) -> Unicode.Scalar {
        let mark = index - 1
        guard let letter = at(index), letter != "\n" else {
            throw Fault(rule: .unclosedString, range: range(start, index))
        }
        index += 1
        if letter == "\"" || letter == "\\" { return letter }
        if letter == "n" { return "\n" }
        if letter == "t" { return "\t" }
        if letter == "u", at(index) == "{" {
            index += 1
            let first = index
            while let digit = at(index), !isBlank(digit), digit != "}", digit != "\"" { index += 1 }
            let digits = text(from: first)
            if at(index) == "}" {
                index += 1
                let isNumber = digits.utf8.allSatisfy { UnicodeScalar($0).properties.isASCIIHexDigit }
                if isNumber, (1...6).contains(digits.utf8.count), let value = UInt32(digits, radix: 16),
                    let scalar = Unicode.Scalar(value)
                {
                    return scalar
                }
            }
        }
        throw Fault(rule: .invalidEscape, range: range(mark, index))
    }

    private mutating func lines() throws(Fault) -> String {
        let start = index
        index += 3
        if endsLine(index) { skipLineEnd() }
        var text = String.UnicodeScalarView()
        while let scalar = at(index) {
            if scalar == "\"", at(index + 1) == "\"", at(index + 2) == "\"" {
                index += 3
                return String(text)
            }
            if scalar != "\r" || at(index + 1) != "\n" { text.append(scalar) }
            index += 1
        }
        throw Fault(rule: .unclosedText, range: range(start, start + 3))
    }
}

/// What a token says, and where it and its parts stand.
struct PlainToken: Equatable {
    let kind: Token.Kind
    let text: String
    let range: Range<Int>
    var nameRange: Range<Int>?
    var sign: String?
    var value: String?
    var isQuoted: Bool?
    var valueRange: Range<Int>?

    init(_ kind: Token.Kind, _ text: String, _ range: Range<Int>) {
        self.kind = kind
        self.text = text
        self.range = range
    }

    init(_ token: Token) {
        self.init(token.kind, token.text, token.place.range)
        nameRange = token.field?.namePlace.range
        sign = token.field?.comparison.text
        value = token.field?.value?.text
        isQuoted = token.field?.value?.isQuoted
        valueRange = token.field?.value?.place.range
    }

    /// Equal where all is, texts byte for byte.
    static func == (left: PlainToken, right: PlainToken) -> Bool {
        left.kind == right.kind && left.text.utf8.elementsEqual(right.text.utf8) && left.range == right.range
            && left.nameRange == right.nameRange && left.sign == right.sign
            && (left.value.map { Array($0.utf8) }) == (right.value.map { Array($0.utf8) })
            && left.isQuoted == right.isQuoted && left.valueRange == right.valueRange
    }
}

extension Lexer {
    /// The bytes of a text, and where in them words, names and lines end.
    struct Bytes {
        /// The bytes.
        let all: UnsafeBufferPointer<UInt8>

        /// The offset after the last byte.
        var end: Int { all.count }

        /// A byte; behind the text stands a line feed.
        subscript(index: Int) -> UInt8 {
            @inline(__always) get { index < all.count ? all[index] : UInt8(ascii: "\n") }
        }

        /// Whether a line ends at an offset.
        @inline(__always)
        func endsLine(at index: Int) -> Bool {
            let byte = self[index]
            if byte > 0x0D { return false }
            return byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && index + 1 < end && all[index + 1] == 0x0A
        }

        /// Whether the `\` at an offset ends its line, so that the command goes on.
        func isContinuation(at index: Int) -> Bool { endsLine(at: index + 1) }

        /// The offset behind the line end at an offset.
        func afterLineEnd(at index: Int) -> Int {
            var index = index
            if index < end, all[index] == UInt8(ascii: "\r") { index += 1 }
            if index < end, all[index] == UInt8(ascii: "\n") { index += 1 }
            return index
        }

        /// The end of the line.
        func endOfLine(from start: Int) -> Int {
            var index = start
            while !endsLine(at: index) { index &+= 1 }
            return index
        }

        /// The white space that ends a word, or within parentheses the `)` that closes them.
        func endOfWord(from start: Int, inParentheses: Bool) -> Int {
            var index = start
            var inner = 0
            while true {
                index = endOfPlainWord(from: index)
                let byte = self[index]
                if byte <= 0x20 { return index }
                if byte == UInt8(ascii: "(") {
                    inner += 1
                } else if byte == UInt8(ascii: ")") {
                    if inner == 0, inParentheses { return index }
                    inner -= 1
                } else if isContinuation(at: index) {
                    return index
                }
                index += 1
            }
        }

        /// The first white space, `(`, `)` or `\`.
        @inline(__always)
        private func endOfPlainWord(from start: Int) -> Int {
            var index = start
            while let block = block(at: index) {
                let isStop =
                    block.isOne(of: 0x21, from: 0) | block.isOne(of: 2, from: UInt8(ascii: "("))
                    | block.equals(UInt8(ascii: "\\"))
                if let first = isStop.first { return index &+ first }
                index &+= 16
            }
            while self[index] > 0x20, self[index] &- UInt8(ascii: "(") >= 2, self[index] != UInt8(ascii: "\\") {
                index &+= 1
            }
            return index
        }

        /// The first byte that stands in no name: names have letters, digits, `-`, `_` and `.`.
        @inline(__always)
        func endOfName(from start: Int) -> Int {
            var index = start
            while let block = block(at: index) {
                let isInName =
                    (block | 0x20).isOne(of: 26, from: UInt8(ascii: "a")) | block.isOne(of: 10, from: UInt8(ascii: "0"))
                    | block.isOne(of: 2, from: UInt8(ascii: "-")) | block.equals(UInt8(ascii: "_"))
                    | block.isOne(of: 0x80, from: 0x80)
                if let first = (~isInName).first { return index &+ first }
                index &+= 16
            }
            while index < end, Bytes.isInName(all[index]) { index &+= 1 }
            return index
        }

        /// The first `"`, `\` or line feed.
        @inline(__always)
        func endOfPlainText(from start: Int) -> Int {
            var index = start
            while let block = block(at: index) {
                let isStop =
                    block.equals(UInt8(ascii: "\"")) | block.equals(UInt8(ascii: "\\"))
                    | block.equals(UInt8(ascii: "\n"))
                if let first = isStop.first { return index &+ first }
                index &+= 16
            }
            while self[index] != UInt8(ascii: "\""), self[index] != UInt8(ascii: "\\"), self[index] != 0x0A {
                index &+= 1
            }
            return index
        }

        @inline(__always)
        private func block(at index: Int) -> ByteBlock? {
            guard index &+ 16 <= all.count, let base = UnsafeRawPointer(all.baseAddress) else { return nil }
            return ByteBlock(at: base + index)
        }

        private static func isInName(_ byte: UInt8) -> Bool {
            isLetter(byte) || byte &- UInt8(ascii: "0") < 10 || byte &- UInt8(ascii: "-") < 2 || byte >= 0x80
                || byte == UInt8(ascii: "_")
        }

        /// Whether a byte is an ASCII letter, with which a name begins.
        @inline(__always)
        static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
    }
}

/// British and American spelling of one word.
enum Spelling {
    /// How a word is spelled on the other side of the ocean, as far as its parts tell: `organisation` for `organization`.
    static func others(of word: String) -> [String] {
        let bytes = Array(word.utf8)
        // Few words have such a part, and to look for one is a hundredth of the work of putting another in its place.
        let parts = parts.filter { occurs($0.british, in: bytes) || occurs($0.american, in: bytes) }
        let british = parts.reduce(word) { $0.replacing($1.american, with: $1.british) }
        let american = parts.reduce(word) { $0.replacing($1.british, with: $1.american) }
        return [british, american].filter { $0 != word }
    }

    private static func occurs(_ part: String, in word: [UInt8]) -> Bool {
        let part = part.utf8
        guard let first = part.first, word.count >= part.count else { return false }
        return (0...(word.count - part.count)).contains { start in
            word[start] == first && word[start...].starts(with: part)
        }
    }

    private static let parts: [(british: String, american: String)] = [
        ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("colour", "color"), ("labour", "labor"),
        ("neighbour", "neighbor"), ("defence", "defense"), ("offence", "offense"), ("licence", "license"),
        ("judgement", "judgment"), ("cancelled", "canceled"), ("programme", "program"),
    ]
}

/// British and American spelling of one word.
enum Spelling {
    /// How a word is spelled on the other side of the ocean, as far as its parts tell: `organisation` for `organization`.
    static func others(of word: String) -> [String] {
        let british = parts.reduce(word) { $0.replacing($1.american, with: $1.british) }
        let american = parts.reduce(word) { $0.replacing($1.british, with: $1.american) }
        return [british, american].filter { $0 != word }
    }

    private static let parts: [(british: String, american: String)] = [
        ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("colour", "color"), ("labour", "labor"),
        ("neighbour", "neighbor"), ("defence", "defense"), ("offence", "offense"), ("licence", "license"),
        ("judgement", "judgment"), ("cancelled", "canceled"), ("programme", "program"),
    ]
}

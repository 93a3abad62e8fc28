import DossierTime

/// How the answers of a block are written: the words after `dossier` on its first line.
package struct NotebookFormat: Sendable, Hashable {
    /// The columns of the answers: `width=60`.
    package var width = 80
    /// Whether answers other than errors are left out: `quiet`.
    package var isQuiet = false

    /// The first word of a block's first line, by which it is one of the language.
    package static let name = "dossier"

    /// The format of blocks that say nothing of it.
    package init() {}

    /// Reads the words of a fence; those that are none of the program's are for others.
    ///
    /// - Throws: a value error where a width is none.
    init(_ words: some Sequence<String>) throws(ValueError) {
        for word in words {
            if word == "quiet" { isQuiet = true }
            guard word.hasPrefix("width=") else { continue }
            guard let columns = Int(word.dropFirst(6)), (20...1_000).contains(columns) else {
                throw ValueError(
                    "'\(word)' is not a width for a block", expectation: "width=N, with 20 to 1000 columns")
            }
            width = columns
        }
    }
}

/// Tools of one command: each is the words that are run.
enum CommandLineTools {
    /// jq: the events of a place, read one after the other.
    static func jq(_ lines: String, place: String) -> [String] {
        ["jq", "-c", "select(.place[0] == \"\(place)\") | [.id, .when, .title]", lines]
    }

    /// jq: the events of a state that are held as confirmed and name no source.
    static func jqRead(_ state: String) -> [String] {
        ["jq", "-c", ".events[] | select(.status == \"confirmed\" and (.source | not)) | .id", state]
    }

    /// ripgrep: the lines in which a word stands.
    static func ripgrep(_ word: String, in lines: String) -> [String] { ["rg", "-F", "-c", word, lines] }

    /// look: the lines of a sorted file that begin with a text.
    static func look(_ prefix: String, in names: String) -> [String] { ["look", prefix, names] }

    /// A command as a piece of work.
    static func work(_ command: [String]) -> () -> Double? { { ChildProcess.run(command)?.seconds } }
}

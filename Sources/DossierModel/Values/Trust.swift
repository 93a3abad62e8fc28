import DossierTime

/// Which of a session's two files is believed where they do not belong together.
public enum Trust: String, Sendable {
    /// Neither: the session is not opened.
    case neither
    /// The state, as it stands in its file.
    case state
    /// The log, from which the state is made again.
    case log

    /// The words by which a user says it.
    public static let words = Vocabulary(
        "file to trust",
        [
            "state": "the file as it is: the differences become an entry of the log",
            "log": "the session rebuilt from the log; the file is kept under another name",
        ])

    /// Reads one of the words.
    ///
    /// - Throws: a value error where it is another.
    public static func read(_ text: String) throws(ValueError) -> Trust {
        Trust(rawValue: try words.read(text)) ?? .neither
    }
}

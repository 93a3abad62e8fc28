/// A command as a person types it, with its answer. Examples run as tests, in the session that `Example.setting` makes.
package struct Example: Sendable {
    /// What it shows.
    package let summary: String
    /// The commands that run before it, after those of `setting`.
    package let preparation: [String]
    /// The file that it reads; nil where it reads none.
    package let file: File?
    /// The command.
    package let command: String
    /// What it answers, line for line; the path of a folder is written `…`.
    package let answer: String

    package init(
        _ summary: String, _ command: String, after preparation: [String] = [], reading file: File? = nil,
        answer: String
    ) {
        self.summary = summary
        self.preparation = preparation
        self.file = file
        self.command = command
        self.answer = answer
    }

    /// A file beside the session.
    package struct File: Sendable {
        /// Its name.
        package let name: String
        /// Its text.
        package let text: String

        package init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    /// The commands that come before every example.
    package static let setting = [
        #"add source s1 "Seoul protests" published=2024-10-22 -- Rutte said that it "represents a significant escalation"."#,
        #"add entity nis "National Intelligence Service" type=organization alias=NIS"#,
        #"add event e1 2024-10-08/2024-10-13 "First contingent arrives" actor="North Korea" quantity="~1500 soldiers" #troops"#,
        #"add event e2 2024-10-21 "Seoul summons the ambassador" place="Seoul" status=confirmed #diplomacy"#,
        #"add claim c1 "It is a significant escalation" speaker="Mark Rutte" stance=condemns about=e1 source=s1"#,
    ]
}

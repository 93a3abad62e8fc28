import DossierAnalysis
import DossierLanguage

/// `undo`: takes steps back.
package struct UndoCommand: Command {
    private let count: Int

    package static let name = "undo"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Undoes the last step, or the last N; a replay is one step.",
        Signature([.init("N", .number, .optional, "how many steps")]),
        examples: [
            Example(
                "the last step", "undo",
                answer: """
                    undone: add claim c1 "It is a significant escalation" speaker="Mark Rutte" stance=condemns about=e1 source=s1
                    dropped c1  claim  It is a significant escalation
                    dropped mark-rutte  entity  Mark Rutte
                    """),
            Example(
                "the last two", "undo 2",
                answer: """
                    undone: add claim c1 "It is a significant escalation" speaker="Mark Rutte" stance=condemns about=e1 source=s1
                    undone: add event e2 2024-10-21 "Seoul summons the ambassador" place="Seoul" status=confirmed #diplomacy
                    dropped c1  claim  It is a significant escalation
                    dropped mark-rutte  entity  Mark Rutte
                    dropped e2  event  2024-10-21  Seoul summons the ambassador
                    dropped seoul  place  Seoul
                    """),
        ],
        details: [
            "The session is as it was before the step, and the ids that the step assigned are free again.",
            "Nothing is erased: the log keeps the step and its undoing, and 'redo' repeats it.",
        ])

    /// Reads the number.
    package init(_ call: Call) throws(Diagnostic) { count = try StepCount.read(call) }

    /// Asks the engine to take steps back.
    package func evaluate(in context: Context) -> Outcome { Outcome(effect: .undo(count: count)) }
}

/// `redo`: takes steps again that were taken back.
package struct RedoCommand: Command {
    private let count: Int

    package static let name = "redo"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Repeats the last undone step, or the last N.",
        Signature([.init("N", .number, .optional, "how many steps")]),
        examples: [
            Example(
                "the last undone step", "redo", after: ["undo"],
                answer: """
                    redone: add claim c1 "It is a significant escalation" speaker="Mark Rutte" stance=condemns about=e1 source=s1
                    mark-rutte  entity  Mark Rutte
                    c1  claim  It is a significant escalation
                    """)
        ],
        details: ["After a change, steps undone before it cannot be redone."])

    /// Reads the number.
    package init(_ call: Call) throws(Diagnostic) { count = try StepCount.read(call) }

    /// Asks the engine to take steps again.
    package func evaluate(in context: Context) -> Outcome { Outcome(effect: .redo(count: count)) }
}

/// `quit`: leaves.
package struct QuitCommand: Command {
    package static let name = "quit"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Leaves the shell, or ends a script.", Signature(), isQuestion: true,
        examples: [Example("the end", "quit", answer: "")],
        details: ["Ctrl-D on an empty line also leaves. A session with a file is saved."])

    /// Nothing may follow.
    package init(_ call: Call) {}

    /// Asks the engine to leave.
    package func evaluate(in context: Context) -> Outcome { Outcome(effect: .quit) }
}

/// The number of steps that `undo` and `redo` take.
private enum StepCount {
    static func read(_ call: Call) throws(Diagnostic) -> Int {
        guard let token = call.arguments.first else { return 1 }
        guard let count = Int(token.text), count > 0 else { throw .notANumber(token) }
        return count
    }
}

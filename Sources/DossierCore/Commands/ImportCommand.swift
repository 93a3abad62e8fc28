/// `import`: takes over records from a file of another program, or from another session.
public struct ImportCommand: Command {
    private let call: Call
    private let plan: ImportPlan

    /// The verb as data.
    public static let definition = CommandDefinition(
        "import", "Takes over records: one of each row of a file, or those of another session; all, or none.",
        Signature(
            [
                .init("FORMAT", .importFormat, .one, "csv, jsonl or session"),
                .init("PATH", .path(endings: []), .one, "the file, below the folder of the script or the shell"),
            ],
            fields: .ofKindGiven(settings: ImportPlan.settings + ImporterTable.settings), tags: true),
        examples: [
            Example(
                "rows as events, with fields made of the cells of columns",
                #"import csv battles.csv kind=event when={day} title="Battle of {town}" place={town} quantity="{killed} deaths""#,
                answer: """
                    imported 2 events from battles.csv
                      e3  event  2024-10-21  Battle of Kursk
                      e4  event  2024-10-22  Battle of Sudzha
                      source s2  battles.csv
                      2 new entities: kursk, sudzha
                      columns left out: side
                      when normalised in 1 row, first row 1: '20241021' became '2024-10-21'
                    """),
            Example("what 'export csv events' wrote", "import csv events.csv kind=event"),
            Example(
                "ids of one's own, a source that is known, and rows that cannot be read left out",
                #"import csv battles.csv kind=claim title="{killed} were killed at {town}" id=battle-{town} source=s1 bad=skip"#
            ),
        ],
        details: [
            "FIELD=VALUE is that of 'help add', for each row. {COLUMN} in it stands for the row's cell; in quotation marks other text may stand beside it. An empty cell leaves the whole assignment out. A field given twice holds both values.",
            "The cell is a name, as if in quotation marks, where the field names records: one that nobody has makes an entity. A time is EDTF; 20241021 and 2024-10-21 00:00:00 are read as 2024-10-21, and an interval from a day to itself as that day. when=\"{day}\" reads a time in words.",
            "Without FIELD={COLUMN}, columns that have the names of fields are taken, lists and escaped formulas as 'export csv' writes them. Other columns are left out, and the answer says which.",
            "Events, claims and links get as their source a record of the file: its name and SHA-256, not its text. source=s1 names another, and 'source=' none. Where the session has a source of that name and SHA-256, it is taken.",
            "'import session other.json' takes over the records of another session as it was saved, and the relations that it declares. An id that is taken here is an error; prefix=a- stands before every id of the other, and in all its references.",
            "The first row that cannot be read ends the import, and nothing has changed; bad=skip leaves such rows out and lists the first ten. rows=1..100 takes the first hundred rows. One 'undo' takes all of it back.",
            "A blank row makes no record. The answer counts blank rows, the rows in which an empty cell left a field out, and those whose cells a field holds in another form; it shows the first of each. Cells are joined first, then read as the field's type:",
        ], rules: ImportRules.table)

    /// Reads the call.
    public init(_ call: Call) throws(Diagnostic) {
        self.call = call
        plan = try ImportPlan(call)
    }

    /// Asks the engine to import rows, which are as many commands; takes over the records of a session.
    public func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        let path = try Folder(context.surroundings).readable(plan.path, mayBeAtHome: true)
        if plan.importer.definition.hasRows { return Outcome(effect: .importFile(path: path, call: call)) }
        let file = try ImportedFile(plan, at: path, context.surroundings)
        guard case .records(let other) = try plan.importer.content(of: file) else { return Outcome() }
        return try SessionImport(other, from: plan.path, prefix: file.setting("prefix")).outcome(in: context)
    }
}

import DossierAnalysis
import DossierImporting
import DossierLanguage
import DossierOutput

/// `import`: takes over records from a file of another program, or from another session.
package struct ImportCommand: Command {
    private let call: Call

    package static let name = "import"

    /// The verb as data.
    package static let definition = CommandDefinition(
        name, "Imports records: one from each row of a file, or those of another session; all or none.",
        Signature(
            [
                .init("FORMAT", .importFormat, .one, ImporterTable.names.choice),
                .init("PATH", .path(endings: []), .one, "the file, below the folder of the script or the shell"),
            ],
            fields: .ofKindGiven(settings: { ImportPlan.settings + ImporterTable.settings }), tags: true,
            options: [.dryRun, .overwrite]),
        examples: [
            Example(
                "rows as events, with fields made from the cells of columns",
                #"import csv battles.csv kind=event when={day} title="Battle of {town}" place={town} quantity="{killed} deaths""#,
                reading: CSVImporter.battles,
                answer: """
                    imported 2 events from battles.csv
                      e3  event  2024-10-21  Battle of Kursk
                      e4  event  2024-10-22  Battle of Sudzha
                      source s2  battles.csv
                      2 new entities: kursk, sudzha
                      columns left out: side
                      when normalised in 1 row, first row 1: '20241021' became '2024-10-21'
                    """),
            Example(
                "own ids, an existing source, and unreadable rows left out",
                #"import csv battles.csv kind=claim title="{killed} were killed at {town}" id=battle-{town} source=s1 bad=skip"#,
                reading: CSVImporter.battles,
                answer: """
                    imported 2 claims from battles.csv
                      battle-Kursk  claim  40 were killed at Kursk
                      battle-Sudzha  claim  ~15 were killed at Sudzha
                      columns left out: day, side
                    """),
            Example(
                "a look before the import: the first rows, what each column becomes, and what would fail",
                #"import csv battles.csv kind=event when={day} title="Battle of {town}" quantity="{killed} deaths" --dry-run"#,
                reading: CSVImporter.battles,
                answer: """
                    would import 2 events from battles.csv
                      e3  event  2024-10-21  Battle of Kursk
                        title: Battle of Kursk · when: 2024-10-21 · quantity: 40 deaths · source: s2
                      e4  event  2024-10-22  Battle of Sudzha
                        title: Battle of Sudzha · when: 2024-10-22 · quantity: ~15 deaths · source: s2
                      source s2  battles.csv
                      when normalised in 1 row, first row 1: '20241021' became '2024-10-21'
                    column  becomes     rows  first cell  as it would be
                    ──────  ──────────  ────  ──────────  ───────────────
                    town    title       2     Kursk       Battle of Kursk
                    day     when        2     20241021    2024-10-21
                    killed  quantity    2     40          40 deaths
                    side    (left out)  2
                    a dry run: nothing has changed
                    """),
            Example(
                "a newer delivery of a file: new rows are added, others update their records",
                "import csv battles.csv kind=event when={day} title={town} key=town on-duplicate=update",
                reading: CSVImporter.battles,
                answer: """
                    imported 2 events from battles.csv
                      e3  event  2024-10-21  Kursk
                      e4  event  2024-10-22  Sudzha
                      source s2  battles.csv
                      columns left out: killed, side
                      when normalised in 1 row, first row 1: '20241021' became '2024-10-21'
                    """),
            Example(
                "cells that cannot be read kept beside the fields",
                #"import csv losses.csv kind=event when={day} title={town} quantity="{killed} deaths" bad=keep"#,
                reading: Example.File("losses.csv", "town,day,killed\nKursk,2024-10-21,some\n"),
                answer: """
                    imported 1 event from losses.csv
                      e3  event  2024-10-21  Kursk
                      source s2  losses.csv
                      1 row kept without the cells at fault, tagged #doubtful:
                        'some deaths' is not a quantity; losses.csv:2:18: row 1, column 'killed' is 'some'
                    """),
        ],
        details: [
            "'help FORMAT', such as 'help csv', shows the settings and examples of a format.",
            "FIELD=VALUE works as in 'help add', for each row. {COLUMN} is replaced with the row's cell; in quotation marks, it can have text around it. An empty cell leaves out the whole assignment, or the part that is in brackets: when=\"{Year}[-{Month}[-{Day}]]\". Write [[ and {{ for a bracket and a brace. Giving a field twice stores both values.",
            "map.type=\"Riots=riot,*=other\" converts the cells of a field by a table, * for all others; write ,, and == for a comma and an equals sign. precision= shortens when= to a month or a year, or marks it as about right, as a column says: precision=\"{date_prec}: 2=about,4=month,5=year\".",
            "FIELD.NAME=VALUE is a field of what a field names: place={town} place.coordinates=\"{lat},{lon}\". What holds another value keeps it, and the answer counts the rows. source={url} makes a source of each url or title, once; source.publisher={paper} says who published it.",
            "In a field that names records, the cell is read as a quoted name: if it matches no entity, it creates one. A time is EDTF; 20241021 and 2024-10-21 00:00:00 are read as 2024-10-21, and an interval from a day to itself as that day. when=\"{day}\" reads a time in words.",
            "Without FIELD={COLUMN}, columns named after fields are imported, with lists and escaped formulas as 'export csv' writes them. Other columns are left out, and the answer lists them.",
            "A workbook is read sheet by sheet: 'import xlsx book.xlsx sheet=Events kind=event title={what} when={day}'. Cells that are shown as dates are times, and cells with errors are rows that cannot be read.",
            "Formats that say what their rows are need no kind= and no fields: items of 'csl-json' become sources. A given field replaces the one of the format. The answer lists columns that no field reads, and what of the file no column holds, after 'left behind'.",
            "The source of imported events, claims and links is a record of the file: its name and SHA-256, not its text. If the session already has a source with that name and SHA-256, it is used. source=s1 names another source, and 'source=' none.",
            "mapping=NAME takes fields and settings from a ready mapping, mapping=PATH from a file with one NAME=VALUE per line; those of the command replace them. save-mapping=PATH writes such a file. Ready mappings: "
                + ReadyMapping.all.map { "\($0.name) (\($0.summary))" }.joined(separator: "; ") + ".",
            "An import calculates nothing and has no conditions. Change the file first: mlr --icsv --ocsv put '$all = $killed + $injured' a.csv > b.csv, or jq -c 'select(.killed > 0)' a.jsonl > b.jsonl.",
            "'import session other.json' imports the saved records of another session and the relations that it declares. An id that this session already has is an error; prefix=a- is put before every imported id and reference.",
            "--dry-run shows the first rows as they would be, what each column would become, and how many rows would fail and why. It changes nothing.",
            "The first row that cannot be read ends the import, and nothing is changed; the error names all that is wrong with the row. bad=skip leaves out such rows and lists the first ten. bad=keep imports them without the cells at fault: the cell of a column goes to x.COLUMN, and the record gets the tag #doubtful. Rows of a wrong length, rows whose id is taken and links without an end are still left out.",
            "rejects=PATH writes the rows that are left out to a file of the same format, with a column 'reasons'. Once they are corrected, the same command imports that file. An existing file is replaced only with --overwrite.",
            "Importing a file again adds nothing twice: rows that a record from the same file says already are left out and counted. A record that was edited since is not recognised; key= or on-duplicate= recognises it. Each record then keeps the key of its row as x.key: the cells of the columns that key=ID,… names, text with columns such as key=\"ucdp-{id}\", which keeps two data sets apart, or without key= the SHA-256 of the whole row.",
            "A row whose key a record of the kind has is a duplicate. on-duplicate=skip leaves the record as it is and lists those that differ from the file; on-duplicate=update gives it what the cells say, and leaves alone what they do not: other fields, those of empty cells and those that are the same for all rows; on-duplicate=error makes the row one that cannot be read. Records of former deliveries whose keys are no longer in the file are listed; nothing is removed.",
            "rows=1..100 imports the first hundred rows. One 'undo' reverses the whole import.",
            "A blank row makes no record. The answer counts blank rows, rows in which an empty cell left out a field, and rows whose cells a field stores in another form; it shows the first of each. Cells are joined first, then read as the type of the field:",
        ], rules: ImportRules.table)

    /// Reads the call.
    package init(_ call: Call) throws(Diagnostic) { self.call = call }

    /// Asks the engine to import rows, which are as many commands; takes over the records of a session.
    package func evaluate(in context: Context) throws(Diagnostic) -> Outcome {
        let plan = try ImportPlan(call, in: context.surroundings)
        let path = try Folder(context.surroundings).readable(plan.path, mayBeAtHome: true)
        if plan.importer.definition.hasRows {
            let rejects = try plan.rejects.map { (rejects) throws(Diagnostic) in
                try Folder(context.surroundings).destination(rejects.token, overwrites: call.has(.overwrite))
            }
            return Outcome(effect: .importFile(path: path, call: call, rejects: rejects))
        }
        let file = try ImportedFile(plan, at: path, context.surroundings)
        guard case .records(let other) = try plan.importer.content(of: file) else { return Outcome() }
        var outcome = try SessionImport(other, from: plan.path, prefix: file.setting("prefix")).outcome(in: context)
        if plan.isDryRun {
            outcome.changes = []
            outcome.answer.selection = nil
            outcome.answer.remarks.append(ImportPlan.dryRunRemark)
        }
        return outcome
    }
}

/// The language in words and as EBNF (ISO/IEC 14977), as the help and the README print it.
public enum Grammar {
    static let words = [
        "One command a line; it goes on after a \\ at the end of the line.",
        "A word ends at white space. \"…\" is a text with the escapes \\\" \\\\ \\n \\t \\u{1F4CC}; '…' is a text as it stands; \"\"\" to \"\"\" is a text over several lines. A quotation mark inside a word is a letter: Korea's.",
        "# at the start of a line, or followed by a space, begins a comment. #troops after the verb is a tag.",
        " -- ends the arguments: all after it, to the end of the line, is text, taken as it is.",
        "field=value gives, field+=value adds, field-=value takes away, field= clears. A field given twice holds both values.",
        "--name is an option of the verb.",
        "A name in quotation marks that nobody has makes an entity, and the answer says so; an unknown bare word is an error.",
    ]

    static let references = [
        "e1, nis: an id, or a name or alias of an entity, without regard to case",
        "e1,e4: a list       e1..e9: a run, from one to a later one of its kind",
        "_: what the last command made or showed       %3: row 3 of the last table       %2..%5: rows",
        "(events #troops): all that a query finds",
        "\"Kim Jong-un\": a name with spaces",
    ]

    static let queries = [
        "Terms side by side must all hold; or, -term (not) and ( ) combine.",
        "#troops: the tag       \"satellite\": the text stands anywhere in the record, without regard to case or width",
        "FIELD:VALUE matches: a text contains, a name or alias, a time or range that may overlap; FIELD=VALUE matches certainly; < <= > >= compare",
        "when:2024-10 asks whether the time falls in October 2024: certainly, possibly (marked ?), or no",
        "before:e4, after:2024-10, during:e4, overlaps:e4, meets:e4, equals:e4: the record's time beside that of another; during:2024-10 and overlaps:2024-10 ask of a written period what when:2024-10 asks",
        "linked:e1: a link joins it with e1       relation:contradicts: it has such a link       has:quote: the field is not empty (also has:links, has:notes, has:claims)",
        "kind:event, id:e1..e9; tag:troops",
        "A bare word that stands in no record is named under the answer, with what was probably meant: 'by when' for 'order', '-has:actor' for 'without actor'",
        "count by FIELD counts as one what FIELD:VALUE finds together: texts without regard to case, width and form of letters, listed words in British and American spelling, figures in one unit; shown as most records spell it",
        "After the terms: by [-]FIELD sorts, with FIELD,… names the columns, limit N, count by FIELD, as csv|json|markdown",
        "In 'show', of a kind, a record or a view, and in 'export': as-of DATE answers from what had been said or published by then, at ENTRY from the session as it stood after an entry of the log, or at a time (help show)",
    ]

    static let values = [
        "when: EDTF (ISO 8601-2:2019): 2024-10-21, 2024-10, 2024-06~ (about), 2024? (uncertain), 2024-10-XX, 2024-10-08/2024-10-13 (throughout), 2024-10/.. (open), [2024-10-08..2024-10-13] (one of these days)",
        "quantity: 1500, ~1500 (a quarter more or less), 1000..2000, 1000..1500..2000 (low, best, high), ..10000 (up to), 1500.. (at least), each with a unit: \"~1500 soldiers\"; words such as \"at least 12 dead\" are read too (help quantities)",
        "grade: B2 (help grades)       likelihood: likely, 70%, 55..80% (help likelihood)       confidence: low, moderate, high",
        "coordinates: degrees north and east, 43.12,131.89",
        "quote: words of the record's source, exactly as they stand there",
    ]

    /// What a notebook is.
    public static let notebooks = [
        "A notebook, NAME.md, is Markdown with fenced blocks whose first word is dossier. In a block, a line that begins with > and a space is a command, and the lines under it are what it answered; each line of a command that goes on has the mark. All else is prose.",
        "'dossier replay NOTEBOOK.md' runs the commands in order, in one session, all or nothing, with the rights of a script. '--verify' compares the answers with those that stand there, shows what differs, and then ends with 1. '--update' writes the answers in and leaves every other byte as it is. Neither keeps what the commands do unless --into says where.",
        "An error is an answer: where the notebook says 'error:', the command is to fail. Without --verify and --update an error that the notebook does not tell of ends the replay.",
        "Answers are fitted into 80 columns, without colour. After dossier, 'width=60' fits those of the block into other columns; 'quiet' leaves out answers that are no errors. Blanks at the ends of lines and empty lines under an answer do not count. A line of an answer that looks like a command or the end of the block stands behind a \\.",
        "'record NAME.md' in the shell keeps the session from there on as a notebook; what is typed after # becomes its prose.",
    ]

    /// The grammar.
    public static let ebnf = #"""
        script      = { line } ;
        line        = [ command ] [ comment ] newline ;
        command     = verb , { blank , part } , [ blank , "--" , blank , text-to-line-end ] ;
        part        = word | string | field | tag | option | "(" , query , ")" ;
        blank       = space | tab | "\" , newline ;
        comment     = "#" , ( blank , { character } | nothing ) ;
        field       = name , ( "=" | "+=" | "-=" | ":" | "<" | "<=" | ">" | ">=" ) , [ word | string ] ;
        tag         = "#" , word ;
        option      = "--" , name ;
        string      = '"' , { character | escape } , '"'
                    | "'" , { character } , "'"
                    | '"""' , [ newline ] , { character | newline } , '"""' ;
        escape      = "\" , ( '"' | "\" | "n" | "t" | "u{" , hex , { hex } , "}" ) ;
        reference   = item , { "," , item } | "(" , query , ")" | string ;
        item        = id | id , ".." , id | "_" | "%" , number | "%" , number , ".." , "%" , number ;
        query       = [ kind ] , [ any ] , { clause } ;
        any         = all , { "or" , all } ;
        all         = term , { term } ;
        term        = "-" , term | "(" , any , ")" | tag | string | word | field ;
        clause      = "by" , [ "-" ] , names , { "-" , names } | "with" , names | "limit" , number
                    | "count" , "by" , name | "as" , name ;
        names       = name , { "," , name } ;
        looking     = ( "show" | "export" , blank , name ) , { blank , ( part | standpoint ) } ;
        standpoint  = ( "as-of" | "at" ) , blank , ( word | string ) ;

        """#
}

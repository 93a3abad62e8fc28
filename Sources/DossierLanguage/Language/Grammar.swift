/// The language in words and as EBNF (ISO/IEC 14977), as the help and the README print it.
public enum Grammar {
    /// The words of a command.
    public static let words = [
        "A line is one command; a \\ at its end continues it on the next line.",
        "A word ends at white space. \"…\" is a text with the escapes \\\" \\\\ \\n \\t \\u{1F4CC}; '…' is a text without escapes; \"\"\" to \"\"\" is a text over several lines. A quotation mark inside a word is an ordinary letter: Korea's.",
        "# at the start of a line, or followed by a space, begins a comment. #troops after the verb is a tag.",
        " -- ends the arguments: the rest of the line is text, without escapes.",
        "field=value sets, field+=value appends, field-=value removes, field= clears. Giving a field twice stores both values.",
        "--name is an option of the verb.",
        "A quoted name that matches no entity creates one, and the answer says so; an unknown bare word is an error.",
    ]

    /// The ways to name records.
    public static let references = [
        "e1, nis: an id, or a name or alias of an entity, in any case",
        "e1,e4: a list       e1..e9: a run, from one to a later one of its kind",
        "_: what the last command made or showed       %3: row 3 of the last table       %2..%5: rows",
        "(events #troops): all records that match a query",
        "\"Kim Jong-un\": a name with spaces",
    ]

    /// The terms of a query.
    public static let queries = [
        "Terms side by side must all match; or, -term (not) and ( ) combine.",
        "#troops: the tag       \"satellite\": the text occurs anywhere in the record, in any case or width",
        "FIELD:VALUE matches a part of a text, a name or alias, or a time or range that may overlap; FIELD=VALUE matches certainly; < <= > >= compare",
        "when:2024-10 asks whether the time falls in October 2024: certainly, possibly (marked ?), or no",
        "before:e4, after:2024-10, during:e4, overlaps:e4, meets:e4, equals:e4: compare the record's time with another; during:2024-10 and overlaps:2024-10 ask the same of a written period as when:2024-10",
        "linked:e1: linked with e1       relation:contradicts: has such a link       has:quote: the field is not empty (also has:links, has:notes, has:claims)",
        "kind:event, id:e1..e9; tag:troops",
        "(events #troops or claims): records of several kinds; each alternative begins with its kind",
        "If a bare word occurs in no record, a note under the answer names it and what was probably meant: 'by when' for 'order', '-has:actor' for 'without actor'",
        "count by FIELD groups the values that FIELD:VALUE finds together: texts in any case, width and form of letters, listed words in British and American spelling, figures in one unit; it shows the most frequent spelling",
        "count by day, week, month or year groups by time (when; of a claim said, else when; of a source published, of a note due). A row counts the records that certainly fall in the period and, in a column of their own, those that possibly do, as when:2024-10 finds them; a record that falls in several counts in each, and (total) counts it once. Weeks are those of ISO 8601: 2024-W43",
        "sum adds up quantities; sum by FIELD, and by day, week, month or year, in groups. Each unit has rows of its own. low, best and high are added apart: a figure without a limit leaves that end open, one without a best number leaves best empty, and ~1500 counts from 1125 to 1875. Figures of records that fall in a group only possibly, or only in part, have rows of their own, marked ?; 'without' counts the records that have no figure",
        "After the terms: by [-]FIELD sorts, with FIELD,… names the columns, limit N, count by FIELD, sum by FIELD, as csv|json|markdown",
        "In 'show' and 'export': as-of DATE answers from what had been said or published by then, at ENTRY from the session as it was after an entry of the log, or at a time (help show)",
    ]

    /// The values of fields.
    public static let values = [
        "when: EDTF (ISO 8601-2:2019): 2024-10-21, 2024-10, 2024-06~ (about), 2024? (uncertain), 2024-10-XX, 2024-10-08/2024-10-13 (throughout), 2024-10/.. (open), [2024-10-08..2024-10-13] (one of these days)",
        "quantity: 1500, ~1500 (a quarter more or less), 1000..2000, 1000..1500..2000 (low, best, high), ..10000 (up to), 1500.. (at least), each with a unit: \"~1500 soldiers\"; words such as \"at least 12 dead\" are read too (help quantities)",
        "grade: B2 (help grades)       likelihood: likely, 70%, 55..80% (help likelihood)       confidence: low, moderate, high",
        "coordinates: degrees north and east, 43.12,131.89",
        "quote: words of the record's source, exactly as they are there",
    ]

    /// What a notebook is.
    public static let notebooks = [
        "A notebook, NAME.md, is Markdown with fenced blocks whose first word is dossier. In a block, a line that begins with > and a space is a command, and the lines under it are its answer; each line of a longer command has the mark. Everything else is prose.",
        "'dossier replay NOTEBOOK.md' runs the commands in order, in one session, all or nothing, with the rights of a script. '--verify' compares the answers with those in the notebook, shows the differences, and then exits with code 1. '--update' writes the new answers into the notebook and leaves every other byte as it is. Neither saves the session unless --into says where.",
        "An error is an answer: if the notebook says 'error:', the command must fail. Without --verify and --update, an error that is not in the notebook ends the replay.",
        "Answers are 80 columns wide, without colour. In the fence line, write 'width=60' for another width, or 'quiet' to leave out answers that are not errors. Spaces at the ends of lines and empty lines under an answer do not count. A line of an answer that looks like a command or the end of the block has a \\ before it.",
        "'record NAME.md' in the shell records the commands that follow as a notebook; text typed after # becomes its prose.",
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
                    | "count" , "by" , name | "sum" , [ "by" , name ] | "as" , name ;
        names       = name , { "," , name } ;
        looking     = ( "show" | "export" , blank , name ) , { blank , ( part | standpoint ) } ;
        standpoint  = ( "as-of" | "at" ) , blank , ( word | string ) ;

        """#
}

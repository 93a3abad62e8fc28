import Testing

@testable import DossierLanguage

@Suite("words of the language") struct LexerTests {
    @Test(
        "a line is cut into words, texts, fields, tags, options and a tail",
        arguments: [
            ("add event arrival", "add | event | arrival"),
            ("  add\tevent  ", "add | event"),
            (#"add event "First contingent arrives""#, #"add | event | "First contingent arrives""#),
            (#"a "" b"#, #"a | "" | b"#),
            (#"a "\"q\" \\ \t \u{1F4CC}""#, "a | \"\"q\" \\ \t 📌\""),
            (#"a "one\ntwo""#, "a | \"one\ntwo\""),
            (#"a 'raw \n "x"'"#, #"a | "raw \n "x"""#),
            ("Korea's say\"hi x'y", "Korea's | say\"hi | x'y"),
            ("undo #troops", "undo | #troops"), ("undo # troops", "undo"), ("undo #", "undo"), ("e#1 a#", "e#1 | a#"),
            ("a #북한군 #a/b:c", "a | #북한군 | #a/b:c"),
            ("annotate e1 -- said \"no\" #not a tag (x", "annotate | e1 | -- said \"no\" #not a tag (x"),
            ("a --", "a | -- "), ("a --   two", "a | --   two"), ("a -- two  \t", "a | -- two"),
            ("a--b c-d", "a--b | c-d"),
            ("drop e4 --with-links", "drop | e4 | --with-links"), ("a --1 ---", "a | --1 | ---"),
            ("a actor=nis actor+=nis actor-=nis", "a | actor=nis | actor+=nis | actor-=nis"),
            ("a b-c=d b-=c d--=e f-", "a | b-c=d | b-=c | d--=e | f-"),
            (
                "a abcdefghijklmnop abcdefghijklmno=1 abcdefghijklmnop=(",
                "a | abcdefghijklmnop | abcdefghijklmno=1 | abcdefghijklmnop=("
            ),
            (
                "a \"fifteen letters\" 'sixteen letters!' \"a \\\" sixteen on\"",
                "a | \"fifteen letters\" | \"sixteen letters!\" | \"a \" sixteen on\""
            ),
            ("a b\r", "a | b"), ("a # b\r", "a"), ("a -- b\rc\r", "a | -- b\rc"),
            ("a n:1 n<1 n<=1 n>1 n>=1", "a | n:1 | n<1 | n<=1 | n>1 | n>=1"),
            (#"a place="Far East" x='y z'"#, #"a | place="Far East" | x="y z""#),
            ("a quantity= x.dead=3 x.사상자=3", "a | quantity= | x.dead=3 | x.사상자=3"),
            ("a url=https://x.org/?a=b#c", "a | url=https://x.org/?a=b#c"), ("a 수=1 1=2 =3", "a | 수=1 | 1=2 | =3"),
            ("a when=[2024-10-08..2024-10-13] 18:30", "a | when=[2024-10-08..2024-10-13] | 18:30"),
            ("a (events #troops) b", "a | ( | events | #troops | ) | b"),
            ("a (b (c) d)", "a | ( | b | ( | c | ) | d | )"),
            ("a f(1) (f(1) g)", "a | f(1) | ( | f(1) | g | )"), (#"a ("x")"#, #"a | ( | "x" | )"#),
            (#"a -#t -"x" -(b) -actor:nis -북한"#, #"a | - | #t | - | "x" | - | ( | b | ) | - | actor:nis | - | 북한"#),
            ("a -5 - -%3 -0.5", "a | -5 | - | -%3 | -0.5"), ("a _ %3 e1..e9 e1,e4", "a | _ | %3 | e1..e9 | e1,e4"),
        ])
    func words(text: String, tokens: String) throws {
        #expect(try Lexer.brief(text) == [tokens])
    }

    @Test(
        "a command ends with its line, unless a backslash ends the line or a text goes over several",
        arguments: [
            ("undo\nredo\n", ["undo", "redo"]), ("undo\r\nredo\r\n", ["undo", "redo"]),
            ("\n\n  \n# no\n#no\nundo", ["undo"]),
            ("", []), ("# only", []), ("add \\\n  event \\\n x", ["add | event | x"]),
            ("add \\\r\n event", ["add | event"]),
            ("add e\\\nvent", ["add | e | vent"]), ("add \\\n#troops x", ["add | #troops | x"]),
            ("a \\b \\\\ c", ["a | \\b | \\\\ | c"]),
            ("a \"b\"\\\nc", ["a | \"b\" | c"]), ("undo \\", ["undo"]),
            ("a -- text \\\nundo", ["a | -- text \\", "undo"]),
            ("a # no \\\nundo", ["a", "undo"]), ("\u{FEFF}undo", ["undo"]),
            ("a \"\"\"\none\n\"two\"\n\"\"\" b\nundo", ["a | \"one\n\"two\"\n\" | b", "undo"]),
            ("a text=\"\"\"one\r\ntwo\"\"\"", ["a | text=\"one\ntwo\""]), ("a \"\"\"\r\none\"\"\"", ["a | \"one\""]),
            ("a \"\"\"# -- \\n \\\"\"\"", ["a | \"# -- \\n \\\""]), ("a \"\"\"\"\"\"", ["a | \"\""]),
            ("a \\\n\nundo", ["a", "undo"]),
        ])
    func commands(text: String, commands: [String]) throws {
        #expect(try Lexer.brief(text) == commands)
    }

    @Test("every token knows where it can be found")
    func places() throws {
        let source = SourceText("# one\nadd event \"서울\" actor=\"김\" \\\n  #태그 -- 끝", name: "x.dossier")
        var lexer = Lexer(source)
        let tokens = try #require(try lexer.nextCommand())
        #expect(
            tokens.map { "\($0.place.line):\($0.place.column) \($0.place.text)" } == [
                "2:1 add", "2:5 event", "2:11 \"서울\"", "2:16 actor=\"김\"", "3:3 #태그", "3:10 끝",
            ])
        let field = try #require(tokens[3].field)
        #expect(
            field.namePlace.text == "actor" && field.value?.place.text == "\"김\"" && field.value?.place.column == 22)
    }

    @Test("the first line of a block of a notebook is that of its file")
    func firstLine() throws {
        let source = SourceText("undo\nredo", name: "x.md", firstLine: 40)
        var lexer = Lexer(source)
        _ = try lexer.nextCommand()
        #expect(try lexer.nextCommand()?.first?.place.line == 41)
    }

    @Test("after an error the lexer goes on with the next line")
    func recovery() throws {
        var lexer = Lexer(SourceText("add \"open\nundo\n"))
        #expect(throws: Diagnostic.self) { try lexer.nextCommand() }
        #expect(try lexer.nextCommand()?.map(\.brief) == ["undo"])
        #expect(try lexer.nextCommand() == nil)
    }

    @Test(
        "what is no word is an error at its place",
        arguments: [
            ("a \"open", Diagnostic.Code.unclosedString, "\"open"), ("a 'open", .unclosedString, "'open"),
            ("a \"open\\", .unclosedString, "\"open\\"), ("a \"x\\\ny\"", .unclosedString, "\"x\\"),
            ("a \"\"\"open\n", .unclosedText, "\"\"\""),
            ("a \"\\q\"", .invalidEscape, "\\q"), ("a \"\\한\"", .invalidEscape, "\\한"),
            ("a \"\\u{D800}\"", .invalidEscape, "\\u{D800}"),
            ("a \"\\u{}\"", .invalidEscape, "\\u{}"), ("a \"\\u{1234567}\"", .invalidEscape, "\\u{1234567}"),
            ("a \"\\u{+41}\"", .invalidEscape, "\\u{+41}"),
            ("a \"\\u41\"", .invalidEscape, "\\u"), ("a \"b\"c", .missingSpace, "c"),
            ("a x=\"b\"한", .missingSpace, "한"), ("a \"b\"\\c", .missingSpace, "\\"),
        ])
    func errors(text: String, rule: Diagnostic.Code, fault: String) throws {
        do throws(Diagnostic) {
            _ = try Lexer.brief(text)
            Issue.record("no error: \(text)")
        } catch {
            #expect(error.code == rule && error.place.text == fault, "\(text): \(error.code) \(error.place.text)")
        }
    }

    @Test(
        "an entry that is not whole asks for a line more",
        arguments: [
            ("", true), ("undo", true), ("add \\", false), ("add \\\n", false), ("add \\\r\n", false),
            ("add \\  ", true), ("add \\\n  ", false),
            ("add \\\n\n", true), ("add \\\n event", true), ("# note \\", true), ("undo # note \\", true),
            ("add note -- text \\", true),
            ("a \"\"\"", false), ("a \"\"\"\nline\n", false), ("a \"\"\"\nline\"\"\"", true), ("a \"open", true),
            ("a \"\"\"x\"\"\"\\", false),
            ("a \"x\\q", true), ("a (b", true), ("undo\nadd \\", false),
        ])
    func completeness(text: String, isComplete: Bool) {
        #expect(Lexer.isComplete(text) == isComplete)
    }
}

import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput

@Suite("settings of the shell") struct SettingsTests {
    @Test("lines of a file give values, with comments and blanks; what is not given stays as it is by itself")
    func file() {
        var settings = Settings()
        let problems = settings.read(
            "# mine\n\n  suggestions=off\npager = less -S  # wide\r\ncolour = never\nhistory = 0\nplain=yes", from: "/c"
        )
        #expect(problems == [])
        #expect(Setting.allCases.map { settings[$0] } == ["off", "less -S", "off", "never", "0", "yes"])
        #expect(settings.isPlain && !Settings().isPlain)
        #expect(settings.origin(of: .pager) == "/c:4")
        #expect(settings.origin(of: .wrap) == "standard")
    }

    @Test(
        "a '#' begins a comment at the beginning of a line, and behind a blank where a blank or the end follows",
        arguments: [
            ("#pager = off", "on"), ("  #pager = off", "on"), ("# pager = off", "on"), ("#", "on"),
            ("pager = less # wide", "less"), ("pager = less #", "less"), ("pager = less\t#\twide", "less"),
            ("pager = less#", "less#"), ("pager = less #wide", "less #wide"), ("pager = less -P#a # b", "less -P#a"),
        ])
    func comments(line: String, pager: String) {
        var settings = Settings()
        #expect(settings.read(line, from: "/c") == [])
        #expect(settings[.pager] == pager)
    }

    @Test("a pager that nearly is 'on' or 'off' is a command, and a notice asks what was meant")
    func nearlyAWord() {
        var settings = Settings()
        #expect(
            settings.read("pager = of", from: "/c") == ["/c:1: 'of' is taken as a command; did you mean 'off'?"])
        #expect(settings[.pager] == "of")
        for pager in ["off", "on", "less -S", "most", "cat", "no"] {
            #expect(settings.read("pager = \(pager)", from: "/c") == [], "\(pager)")
        }
    }

    @Test("a line at fault is named with its place and what would be right, and the others hold")
    func badLines() {
        var settings = Settings()
        let problems = settings.read("pagr = off\nwrap\ncolour = alway\nhistory = -1\nwrap = on\npager =", from: "/c")
        #expect(
            problems == [
                "/c:1: there is no setting 'pagr'; did you mean 'pager'?",
                "/c:2: 'wrap' is not a setting; expected: NAME = VALUE",
                "/c:3: 'alway' is not a value of 'colour'; did you mean 'always'?",
                "/c:4: '-1' is not a count of entries; expected: a whole number from 0 to 1000000",
                "/c:6: '' is not a value of 'pager'; expected: one of on, off",
            ])
        #expect(settings.isOn(.wrap) && settings.isOn(.pager))
    }

    @Test("'set shell' changes settings, clears them, and leaves session and log alone")
    func typed() throws {
        let engine = try TestEngine()
        let before = engine.state
        #expect(try engine.run("set shell pager=off wrap=on") == "shell  pager: on → off\nshell  wrap: off → on\n")
        #expect(engine.engine.settings[.pager] == "off")
        let rows = try engine.json("show settings")
        #expect(rows.text.contains(#""setting": "pager", "value": "off""#) && rows.text.contains(#""from": "typed""#))
        #expect(try engine.run("set shell pager=") == "shell  pager: off → on\n")
        let reply = try engine.json("set shell pager=less colour=never")
        #expect(reply == ["pager": "less", "colour": "never"])
        try engine.run("set shell pager= colour=")
        #expect(engine.state == before && engine.engine.unsavedCount == 0)
        #expect(engine.error("set shell wrap=on pager=").contains("no error"))
        #expect(engine.error("set shell colour=never wrap=maybe").contains("'maybe' is not a value of 'wrap'"))
        #expect(engine.engine.settings[.colour] == "auto", "all or nothing")
    }

    @Test("an entity that is called Shell keeps its fields")
    func entityCalledShell() throws {
        let engine = try TestEngine(setting: [#"add entity shell "Shell plc""#])
        #expect(try engine.run("set shell type=organization") == "shell  type: (empty) → organization\n")
        #expect(try engine.run("set shell pager=off") == "shell  pager: on → off\n")
        #expect(engine.engine.settings[.pager] == "off")
    }

    @Test("a script neither changes nor sees what the user set")
    func script() throws {
        let engine = try TestEngine(files: ["a.dossier": "set shell pager=off\n", "b.dossier": "show settings\n"])
        #expect(engine.error("replay a.dossier").contains("a script cannot use 'set shell'"))
        try engine.run("set shell wrap=on")
        #expect(engine.engine.settings[.pager] == "on")
        #expect(try engine.replay("b.dossier") == TestEngine(files: [:]).run("show settings"))
    }

    @Test("settings are not kept in a script that is recorded")
    func recording() throws {
        let engine = try TestEngine()
        try engine.run("record a.dossier\nset shell wrap=on\nadd note -- one\nrecord off")
        #expect(engine.disk.text("/work/a.dossier") == "add note -- one\n")
    }

    @Test("with 'wrap' on a long cell goes on in the next line, else it is cut")
    func wrapping() {
        let table = Table(
            columns: [Table.Column("words")], rows: [Table.Row([Table.Cell("one two three four")])])
        let value = Answer([.table(table)], json: .null)
        func text(_ wraps: Bool) -> String {
            Renderer(width: 10, palette: Palette(isColoured: false), wrapsCells: wraps).text(of: value)
        }
        #expect(text(false).contains("one two t…"))
        #expect(text(true).contains("one two\n") && text(true).contains("three four"))
    }

    @Test("what counts as changed is each command since the session was saved, a replay as one; undo and redo too")
    func changes() throws {
        let disk = MemoryDisk(["/work/a.dossier": "add note -- one\nadd note -- two\n"])
        let engine = try TestEngine(opening: "/work/s.json", on: disk)
        for (command, count) in [
            ("show notes", 0), ("add note -- one", 1), ("replay a.dossier", 2), ("undo", 3), ("redo", 4), ("save", 0),
            ("drop n1", 1), ("set shell wrap=on", 1),
        ] {
            try engine.run(command)
            #expect(engine.engine.changeCount == count, "\(command)")
        }
    }

    @Test(
        "the prompt says the name, harmless, what changed, and that nothing can",
        arguments: [
            (nil, 0, false, "dossier> "), ("/a/dprk.json", 3, false, "dprk +3> "),
            ("/a/x.txt", 3, true, "x.txt (read-only)> "),
            ("/a/\u{1B}[2J\u{202E}b\n.json", 0, false, "^[[2J\\u{202E}b⏎> "),
        ])
    func prompt(path: String?, changes: Int, isReadOnly: Bool, expected: String) {
        let text = PromptText(path: path, changes: changes, isReadOnly: isReadOnly).text
        #expect(Palette(isColoured: false).render(text) == expected)
    }
}

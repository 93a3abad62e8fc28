import Testing

@testable import DossierLanguage
@testable import DossierModel

@Suite("fields") struct FieldTests {
    private func event(_ engine: TestEngine, _ field: String) -> [String] {
        engine.session[Identifier(known: "e1")]?[FieldName(field)].map(\.typed) ?? []
    }

    private static let made = #"add event e1 2024-10 "Arrival" actor="A B" tags=troops status=reported"#

    @Test(
        "= replaces, += adds, -= takes away, = with nothing clears",
        arguments: [
            ("status=confirmed", "status", ["confirmed"]), ("status=", "status", []), ("status=\"\"", "status", []),
            ("status-=reported", "status", []),
            ("when=2024-11", "when", ["2024-11"]), ("actor=e", "actor", ["e"]), ("actor+=e", "actor", ["a-b", "e"]),
            ("actor+=a-b", "actor", ["a-b"]),
            ("actor=e actor=f", "actor", ["e", "f"]), ("actor=e actor+=f", "actor", ["e", "f"]),
            ("actor+=e,f", "actor", ["a-b", "e", "f"]),
            ("actor-=a-b", "actor", []), ("actor+=e actor-=a-b", "actor", ["e"]), ("actor-=\"a b\"", "actor", []),
            ("actor= actor+=f", "actor", ["f"]),
            ("tags+=war", "tags", ["troops", "war"]), ("#war", "tags", ["troops", "war"]),
            ("#troops", "tags", ["troops"]), ("tags-=troops #war", "tags", ["war"]),
            ("tags=", "tags", []), ("x.dead=3", "x.dead", ["3"]),
            ("x.dead=3 x.dead=\"4 or 5\"", "x.dead", ["3", "4 or 5"]), ("x.사상자=많음", "x.사상자", ["많음"]),
            ("quantity=1..2 quantity=\"5 ships\"", "quantity", ["1..2", "5 ships"]),
            ("text=\"one\\ntwo\"", "text", ["one\ntwo"]), ("place=\"A B\"", "place", ["a-b"]),
            ("status=CONFIRMED", "status", ["confirmed"]), ("type=own-word", "type", ["own-word"]),
            ("title=\"Landing\"", "title", ["Landing"]),
            ("actor=e,e", "actor", ["e"]), ("actor=\"New One\"", "actor", ["new-one"]),
        ])
    func assignment(change: String, field: String, values: [String]) throws {
        let engine = try TestEngine(setting: ["add entity e \"E\"", "add entity f \"F\"", Self.made])
        try engine.run("set e1 " + change)
        #expect(event(engine, field) == values)
    }

    @Test("on a new record a field given twice holds both, where it may hold many")
    func given() throws {
        let engine = try TestEngine(setting: [
            #"add event e1 "X" actor="A" actor="B" actor="a" actor+="C" #t #t #u tags=v"#
        ])
        #expect(event(engine, "actor") == ["a", "b", "c"])
        #expect(event(engine, "tags") == ["v", "t", "u"])
        #expect(engine.failure("add event \"Y\" status=reported status=reported")?.code == .heldTwice)
    }

    @Test("every value is kept as it is typed, and an answer says what changed")
    func answers() throws {
        let engine = try TestEngine(setting: [Self.made])
        #expect(try engine.run("set e1 status=reported") == "nothing changes\n")
        #expect(
            try engine.run("set e1 status=confirmed when= #war")
                == "e1  when: 2024-10 → (empty)\ne1  status: reported → confirmed\ne1  tags: troops → troops, war\n")
        #expect(try engine.run("undo").hasPrefix("undone: set e1 status=confirmed when= #war\ne1  "))
        #expect(event(engine, "status") == ["reported"])
    }

    @Test("several records are set at once, or none is")
    func several() throws {
        let engine = try TestEngine(setting: [Self.made, "add event e2 \"B\"", "add entity n \"N\""])
        try engine.run("set e1,e2 status=disputed")
        #expect(try engine.found("events status:disputed") == "e1 e2")
        let before = engine.state
        #expect(engine.failure("set e1,n status=confirmed")?.code == .unknownField)
        #expect(engine.state == before)
    }

    @Test("the session has a title and relations of its own")
    func session() throws {
        let engine = try TestEngine(setting: ["add entity a \"A\"", "add event e1 \"E\""])
        try engine.run(
            "set session title=\"The question\" relation+=funds/funded-by:entity>entity,event relation+=knows/knows tlp=amber x.desk=Asia"
        )
        #expect(try engine.run("link a funds e1").contains("a funds e1"))
        #expect(try engine.run("link e1 funded-by a").contains("a funds e1"))
        #expect(engine.failure("link e1 funds a")?.code == .relationDoesNotJoin)
        #expect(engine.failure("set session relation=")?.code == .relationInUse)
        try engine.run("set session relation-=knows/knows")
        for wrong in ["funds/", "a b", "x:entity", "x:entity>thing", "supports", "x/led-by"] {
            #expect(engine.failure("set session relation+=\"\(wrong)\"")?.code == .invalidValue, "\(wrong)")
        }
    }

    @Test("the inverse of a relation turns a link round, and lists make a link for each pair")
    func links() throws {
        let engine = try TestEngine(setting: (1...4).map { "add event e\($0) \"E\"" })
        #expect(try engine.run("link e1 caused-by e2 #t when=2024 -- why") == "l1  link  2024  e2 causes e1  why\n")
        #expect(
            try engine.run("link e1,e2 part-of e3,e4")
                == "l2  link  e1 part-of e3\nl3  link  e1 part-of e4\nl4  link  e2 part-of e3\nl5  link  e2 part-of e4\n"
        )
        #expect(try engine.run("link e1 precedes e2 id=first") == "first  link  e1 precedes e2\n")
        #expect(engine.failure("link e1,e2 part-of e2")?.code == .linkToItself)
        #expect(try engine.run("set l1 relation=enables").contains("relation: causes → enables"))
    }

    @Test("add takes an id, a time and a title in this order, and -- gives the title or the text")
    func add() throws {
        let engine = try TestEngine()
        #expect(
            try engine.run("add event landing 2024-10 \"Landing\" -- more") == "landing  event  2024-10  Landing\n")
        #expect(try engine.run("add claim -- It is so") == "c1  claim  It is so\n")
        #expect(try engine.run("add note -- A remark") == "n1  note  A remark\n")
        #expect(try engine.run("add note type=gap \"What is not known\"") == "n2  note  What is not known\n")
        #expect(try engine.run("add entity name=\"Own Name\"") == "own-name  entity  Own Name\n")
        #expect(try engine.run("add source published=2024 \"T\" -- text") == "s1  source  2024  T\n")
        #expect(engine.session[Identifier(known: "landing")]?.text(.text) == "more")
        #expect(engine.session[Identifier(known: "n1")]?.text(.type) == "comment")
        #expect(engine.session[Identifier(known: "s1")]?.text(.digest)?.count == 64)
        #expect(engine.failure("set s1 sha256=abc")?.code == .invalidValue)
        #expect(engine.failure("add event e1 sha256=abc")?.code == .unknownField)
        #expect(engine.failure("add event e1 occurrence=2")?.code == .unknownField)
    }

    @Test("a source's text is read from a file below the folder, and its name is kept without the folders")
    func files() throws {
        let engine = try TestEngine(files: ["reports/one.txt": "Line 1\nLine 2\n"])
        try engine.run("add source s1 file=reports/one.txt")
        #expect(engine.session[Identifier(known: "s1")]?.text(.text) == "Line 1\nLine 2\n")
        #expect(engine.session[Identifier(known: "s1")]?.text(.file) == "one.txt")
        try engine.run("add source s2 file=missing.txt text=\"as given\"")
        #expect(engine.session[Identifier(known: "s2")]?.text(.text) == "as given")
        for path in ["../x", "/etc/passwd", "reports/../../x"] {
            #expect(engine.failure("add source file=\(path)")?.code == .outsideFolder)
        }
    }
}

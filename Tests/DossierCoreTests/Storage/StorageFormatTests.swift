import Testing

@testable import DossierCore

@Suite struct StorageFormatTests {
    private static let commands = [
        #"set session title="North Korean troops""#,
        #"add source s1 "Seoul protests" published=2024-10-22~ -- Rutte said "no"."#,
        #"add entity nis "국가정보원" alias=NIS"#,
        #"add event 2024-10-21 "Seoul summons" actor=nis quantity="~1500 soldiers" #troops"#,
        "annotate e1 -- Why?", "link s1 supports e1", "drop l1",
    ]

    private static let state = """
        {
        "dossier": {"format": 1, "title": "North Korean troops"},
        "sources": [
        {"id": "s1", "title": "Seoul protests", "published": "2024-10-22~", "text": "Rutte said \\"no\\".", \
        "sha256": "ae9aae71f57eebb51437acf952c1d3c00285a22684197ae1fc70b16d20767476"}
        ],
        "entities": [
        {"id": "nis", "name": "국가정보원", "alias": ["NIS"]}
        ],
        "events": [
        {"id": "e1", "title": "Seoul summons", "when": "2024-10-21", "actor": ["nis"], "quantity": ["~1500 soldiers"], "tags": ["troops"]}
        ],
        "claims": [],
        "notes": [
        {"id": "n1", "text": "Why?", "type": "comment", "target": ["e1"]}
        ],
        "links": []
        }

        """

    @Test("the state is one record a line, in the order made, keys in a fixed order, empty fields left out")
    func stateBytes() throws {
        #expect(try TestNotebook(setting: Self.commands).state == Self.state)
    }

    @Test("an empty session is a header and six empty lists")
    func emptyState() throws {
        #expect(
            try TestNotebook().state == """
                {
                "dossier": {"format": 1},
                "sources": [],
                "entities": [],
                "events": [],
                "claims": [],
                "notes": [],
                "links": []
                }

                """)
    }

    @Test("the log is one line an entry, each with the hash of the one before")
    func logBytes() throws {
        let disk = MemoryDisk()
        let notebook = try TestNotebook(opening: "/work/a.json", on: disk)
        for command in ["add event \"a\"", "set e1 status=disputed", "drop e1", "undo", "redo", "save"] {
            try notebook.run(command)
        }
        #expect(
            disk.text("/work/a.log") == #"""
                {"entry":1,"at":"2024-10-23T09:00:00Z","by":"ana","command":"add event \"a\"","changes":[{"put":{"ki\#
                nd":"event","id":"e1","title":"a"}}],"previous":"","hash":"7f74bfcd2fb920d0c19f42ef3cb9bfaf4c24b0afa\#
                8270d5372d715aa35c9522d"}
                {"entry":2,"at":"2024-10-23T09:00:00Z","by":"ana","command":"set e1 status=disputed","changes":[{"pu\#
                t":{"kind":"event","id":"e1","title":"a","status":"disputed"},"was":{"kind":"event","id":"e1","title\#
                ":"a"}}],"previous":"7f74bfcd2fb920d0c19f42ef3cb9bfaf4c24b0afa8270d5372d715aa35c9522d","hash":"caf09\#
                02b3171ff386bda24622b1ee93550ded0a636a50dcb8b072f5f6f871411"}
                {"entry":3,"at":"2024-10-23T09:00:00Z","by":"ana","command":"drop e1","changes":[{"drop":"e1","was":\#
                {"kind":"event","id":"e1","title":"a","status":"disputed"},"after":null}],"previous":"caf0902b3171ff\#
                386bda24622b1ee93550ded0a636a50dcb8b072f5f6f871411","hash":"83aec4bffb26eccab9319e76f2401daf96066e5a\#
                ad53f4bb2661b42eb42dde4a"}
                {"entry":4,"at":"2024-10-23T09:00:00Z","by":"ana","undo":3,"changes":[{"put":{"kind":"event","id":"e\#
                1","title":"a","status":"disputed"},"after":null}],"previous":"83aec4bffb26eccab9319e76f2401daf96066\#
                e5aad53f4bb2661b42eb42dde4a","hash":"c40a4ae6c98aca7752235c5a2882c24f4afe5101243c258b24067658fb4bebd\#
                1"}
                {"entry":5,"at":"2024-10-23T09:00:00Z","by":"ana","redo":4,"changes":[{"drop":"e1","was":{"kind":"ev\#
                ent","id":"e1","title":"a","status":"disputed"},"after":null}],"previous":"c40a4ae6c98aca7752235c5a2\#
                882c24f4afe5101243c258b24067658fb4bebd1","hash":"25b6964cd8f68731f8f8ef2f741d36ae40743e9ebd0f444fa52\#
                b62f8f54ef91d"}
                {"entry":6,"at":"2024-10-23T09:00:00Z","by":"ana","saved":{"size":114,"modified":"8.000000000","sha2\#
                56":"4b4093a523269c75a05d7e451c4ef85625a450276320c17b1e279d9b27d261de","given":{"event":1},"retired"\#
                :[]},"previous":"25b6964cd8f68731f8f8ef2f741d36ae40743e9ebd0f444fa52b62f8f54ef91d","hash":"532a437b9\#
                881cb1cf7b25d501f1b3acfdd0881c1581aff91c246d692fb85ed8a"}

                """#)
    }

    @Test("a script is one group in the log")
    func groupInLog() throws {
        let disk = MemoryDisk(["/work/a.dossier": "add note \"a\"\nshow notes\nadd note \"b\"\n"])
        let notebook = try TestNotebook(opening: "/work/a.json", on: disk)
        try notebook.replay("a.dossier")
        let lines = (disk.text("/work/a.log") ?? "").split(separator: "\n").map { line in
            line.split(separator: ",").filter {
                !$0.contains("hash") && !$0.contains("previous") && !$0.contains("\"at\"")
            }
            .joined(separator: ",")
        }
        #expect(
            lines == [
                #"{"entry":1,"by":"ana","begin":"replay a.dossier""#,
                #"{"entry":2,"by":"ana","command":"add note \"a\"","changes":[{"put":{"kind":"note","id":"n1","text":"a","type":"comment"}}]"#,
                #"{"entry":3,"by":"ana","command":"add note \"b\"","changes":[{"put":{"kind":"note","id":"n2","text":"b","type":"comment"}}]"#,
                #"{"entry":4,"by":"ana","end":1"#,
            ])
    }

    @Test("fields, members and header fields of a later version stay where they stood and are written back")
    func unknownFieldsStay() throws {
        let state = """
            {
            "dossier": {"format": 1, "title": "T", "colour": {"r": 1.50, "g": [null, true]}},
            "sources": [],
            "entities": [],
            "events": [
            {"id": "e1", "novel": "kept", "title": "a", "depth": 3e2, "later": [], "status": "reported", "x.own": "1"}
            ],
            "claims": [],
            "notes": [],
            "links": [],
            "charts": [
            ]
            }

            """.replacing("[\n]", with: "[{\"id\": \"k1\"}]")
        let disk = MemoryDisk(["/work/a.json": state])
        let notebook = try TestNotebook(opening: "/work/a.json", on: disk)
        #expect(notebook.state == state)
        try notebook.run("set e1 title=b actor=\"New\"")
        try notebook.run("undo")
        try notebook.notebook.close()
        #expect(disk.text("/work/a.json") == state)
        let again = try TestNotebook(opening: "/work/a.json", on: disk)
        try again.run("set e1 x.own= type=test")
        let line =
            #"{"id": "e1", "novel": "kept", "title": "a", "type": "test", "depth": 3e2, "later": [], "status": "reported"}"#
        #expect(again.state.contains(line))
        #expect(again.script?.contains("# e1: the field 'novel' cannot be typed") == true)
    }
}

import Testing

@testable import DossierEngine

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
        #expect(try TestEngine(setting: Self.commands).state == Self.state)
    }

    @Test("an empty session is a header and six empty lists")
    func emptyState() throws {
        #expect(
            try TestEngine().state == """
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
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        for command in ["add event \"a\"", "set e1 status=disputed", "drop e1", "undo", "redo", "save"] {
            try engine.run(command)
        }
        #expect(
            disk.text("/work/a.log") == #"""
                {"entry":1,"at":"2024-10-23T09:00:00Z","by":"ana","command":"add event \"a\"","changes":[{"put":{"ki\#
                nd": "event", "id": "e1", "title": "a"}}],"previous":"","hash":"c050674858d5a8dc125e7c8b569ca4f62914\#
                e7f5a83c25c31aed0edb29771904"}
                {"entry":2,"at":"2024-10-23T09:00:00Z","by":"ana","command":"set e1 status=disputed","changes":[{"pu\#
                t":{"kind": "event", "id": "e1", "title": "a", "status": "disputed"},"was":{"kind": "event", "id": "\#
                e1", "title": "a"}}],"previous":"c050674858d5a8dc125e7c8b569ca4f62914e7f5a83c25c31aed0edb29771904","\#
                hash":"b3137520321ac0d069c010802fdd56d946b147be9d81bf65fe0657f0a8c39c3b"}
                {"entry":3,"at":"2024-10-23T09:00:00Z","by":"ana","command":"drop e1","changes":[{"drop":"e1","was":\#
                {"kind": "event", "id": "e1", "title": "a", "status": "disputed"},"after":null}],"previous":"b313752\#
                0321ac0d069c010802fdd56d946b147be9d81bf65fe0657f0a8c39c3b","hash":"96876b6f8efd18a48f140153ee3518aad\#
                43ae08a050afd453b070970bbf59b77"}
                {"entry":4,"at":"2024-10-23T09:00:00Z","by":"ana","undo":3,"changes":[{"put":{"kind": "event", "id":\#
                 "e1", "title": "a", "status": "disputed"},"after":null}],"previous":"96876b6f8efd18a48f140153ee3518\#
                aad43ae08a050afd453b070970bbf59b77","hash":"cefa94f61a7e1b58f6a1895ad96af5a2002a66c1becae749c21c065b\#
                9ca77d97"}
                {"entry":5,"at":"2024-10-23T09:00:00Z","by":"ana","redo":4,"changes":[{"drop":"e1","was":{"kind": "e\#
                vent", "id": "e1", "title": "a", "status": "disputed"},"after":null}],"previous":"cefa94f61a7e1b58f6\#
                a1895ad96af5a2002a66c1becae749c21c065b9ca77d97","hash":"c87168eab7c912178ca17bb2dbef5b02c4b036f59cf5\#
                7403bbb40340fe8df12c"}
                {"entry":6,"at":"2024-10-23T09:00:00Z","by":"ana","saved":{"size":114,"modified":"8.000000000","sha2\#
                56":"4b4093a523269c75a05d7e451c4ef85625a450276320c17b1e279d9b27d261de","given":{"event":1},"retired"\#
                :[],"dropped":["e1"]},"previous":"c87168eab7c912178ca17bb2dbef5b02c4b036f59cf57403bbb40340fe8df12c",\#
                "hash":"7e9180d4ff871bc568d22ab8ca95c3b85b2e4ba06af2de95a5ddfd061f026e90"}

                """#)
    }

    @Test("a script is one group in the log")
    func groupInLog() throws {
        let disk = MemoryDisk(["/work/a.dossier": "add note \"a\"\nshow notes\nadd note \"b\"\n"])
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.replay("a.dossier")
        let lines = (disk.text("/work/a.log") ?? "").split(separator: "\n").map { line in
            line.split(separator: ",").filter {
                !$0.contains("hash") && !$0.contains("previous") && !$0.contains("\"at\"")
            }
            .joined(separator: ",")
        }
        #expect(
            lines == [
                #"{"entry":1,"by":"ana","begin":"replay a.dossier""#,
                #"{"entry":2,"by":"ana","command":"add note \"a\"","changes":[{"put":{"kind": "note", "id": "n1", "text": "a", "type": "comment"}}]"#,
                #"{"entry":3,"by":"ana","command":"add note \"b\"","changes":[{"put":{"kind": "note", "id": "n2", "text": "b", "type": "comment"}}]"#,
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
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        #expect(engine.state == state)
        try engine.run("set e1 title=b actor=\"New\"")
        try engine.run("undo")
        try engine.engine.close()
        #expect(disk.text("/work/a.json") == state)
        let again = try TestEngine(opening: "/work/a.json", on: disk)
        try again.run("set e1 x.own= type=test")
        let line =
            #"{"id": "e1", "novel": "kept", "title": "a", "type": "test", "depth": 3e2, "later": [], "status": "reported"}"#
        #expect(again.state.contains(line))
        #expect(again.script?.contains("# e1: the field 'novel' cannot be typed") == true)
    }
}

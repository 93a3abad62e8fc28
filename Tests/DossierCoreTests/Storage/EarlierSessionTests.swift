import Testing

@testable import DossierLanguage
@testable import DossierModel

/// A session as version 0.1.0 wrote it, which freed nothing and did not tell which numbers were dropped.
@Suite("a session of version 0.1.0") struct EarlierSessionTests {
    private static let state = """
        {
        "dossier": {"format": 1},
        "sources": [],
        "entities": [],
        "events": [
        {"id": "e1", "title": "One"},
        {"id": "e3", "title": "Three"}
        ],
        "claims": [],
        "notes": [],
        "links": []
        }

        """
    private static let log = #"""
        {"entry":1,"at":"2026-11-30T23:39:06Z","by":"unknown","command":"add event \"One\"","changes":[{"put":{"kind\#
        ": "event", "id": "e1", "title": "One"}}],"previous":"","hash":"043c7afe05e3dc04751519624c39381164801e7abd2d\#
        3b132a1c9edfefcd5183"}
        {"entry":2,"at":"2026-11-30T23:39:06Z","by":"unknown","command":"add event dam \"Dam\"","changes":[{"put":{"\#
        kind": "event", "id": "dam", "title": "Dam"}}],"previous":"043c7afe05e3dc04751519624c39381164801e7abd2d3b132\#
        a1c9edfefcd5183","hash":"8b55ac2cc13fc7006013ff78d7b279b68a048d162d2f6d71c076525f978fa822"}
        {"entry":3,"at":"2026-11-30T23:39:06Z","by":"unknown","undo":2,"changes":[{"drop":"dam","was":{"kind": "even\#
        t", "id": "dam", "title": "Dam"}}],"previous":"8b55ac2cc13fc7006013ff78d7b279b68a048d162d2f6d71c076525f978fa\#
        822","hash":"1dbc633471621044ed882da9f1deb2d4967a994bd01981703751d24f50469242"}
        {"entry":4,"at":"2026-11-30T23:39:06Z","by":"unknown","command":"add event \"Two\"","changes":[{"put":{"kind\#
        ": "event", "id": "e2", "title": "Two"}}],"previous":"1dbc633471621044ed882da9f1deb2d4967a994bd01981703751d2\#
        4f50469242","hash":"14ac43f59f0a59263144c3077ccdd67deec1c9e832419afb17ffd5aa34a686e6"}
        {"entry":5,"at":"2026-11-30T23:39:06Z","by":"unknown","command":"drop e2","changes":[{"drop":"e2","was":{"ki\#
        nd": "event", "id": "e2", "title": "Two"},"after":"e1"}],"previous":"14ac43f59f0a59263144c3077ccdd67deec1c9e\#
        832419afb17ffd5aa34a686e6","hash":"47a9fa73149afbb3a7c8e6196384999383ba8c0381e85777997f10e790bd5f57"}
        {"entry":6,"at":"2026-11-30T23:39:06Z","by":"unknown","command":"add event \"Three\"","changes":[{"put":{"ki\#
        nd": "event", "id": "e3", "title": "Three"}}],"previous":"47a9fa73149afbb3a7c8e6196384999383ba8c0381e8577799\#
        7f10e790bd5f57","hash":"de3ee41b1ddb8deccf4c5232efbaf6f6cb9b470d45996666cf4b595393605cac"}
        {"entry":7,"at":"2026-11-30T23:39:06Z","by":"unknown","saved":{"size":176,"modified":"1796081946.571573283",\#
        "sha256":"6c823d76d3dd74fa730e779b84691c0e0932ae0316f3b7e664a1d4b77591c1c6","given":{"event":3},"retired":["\#
        dam"]},"previous":"de3ee41b1ddb8deccf4c5232efbaf6f6cb9b470d45996666cf4b595393605cac","hash":"918d82f7bdc31fe\#
        4fefecbdb22a612de152bca0bd2bb4218950611544f262445"}

        """#

    private func engine(_ files: [String: String]) throws -> TestEngine {
        try TestEngine(opening: "/work/a.json", on: MemoryDisk(files))
    }

    @Test(
        "gives no id that stands or was dropped, and undo goes to its first entry",
        arguments: [["/work/a.json": state, "/work/a.log": log], ["/work/a.log": log]])
    func opens(files: [String: String]) throws {
        let engine = try engine(files)
        for id in ["dam", "e1", "e2", "e3"] {
            #expect(engine.failure("add event \(id) \"Again\"")?.code == .identifierTaken, "\(id)")
        }
        #expect(try engine.run("add event \"Four\"").hasPrefix("e4 "))
        try engine.run("undo")
        #expect(try engine.run("add event \"Four\"").hasPrefix("e4 "))
        // What its steps gave is free again where the log tells it.
        try engine.run("undo 2")
        #expect(try engine.run("add event \"Three\"").hasPrefix("e3 "))
        try engine.run("undo 4")
        #expect(engine.session.isEmpty)
        #expect(try engine.run("add event \"One\"").hasPrefix("e1 "))
        #expect(engine.engine.storageFaults == [])
    }

    @Test("its state and log, and its log alone, give the same ids")
    func same() throws {
        let both = try engine(["/work/a.json": Self.state, "/work/a.log": Self.log])
        let log = try engine(["/work/a.log": Self.log])
        #expect(both.session.given == log.session.given && both.state == log.state)
    }
}

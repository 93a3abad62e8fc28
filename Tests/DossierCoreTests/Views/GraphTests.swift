import Testing

@testable import DossierModel

@Suite("graphs as trees") struct GraphTests {
    @Test("a graph marks the step that closes a circle, in the direction of fields and links")
    func circles() throws {
        let engine = try TestEngine(setting: [
            #"add source s1 "One""#, #"add source s2 "Two" derived=s1"#, #"add source s3 "Three" derived=s2"#,
            "set s1 derived=s3", #"add event e1 "Event" source=s1,s2"#,
        ])
        #expect(
            try engine.run("show graph s1 depth=3") == """
                s1  source  One
                ├─ derived → s3  source  Three
                │  └─ derived → s2  source  Two  (above)  (circle)
                ├─ derived ← s2  source  Two
                │  └─ source ← e1  event  Event  (above)
                └─ source ← e1  event  Event

                """)
    }

    @Test("no circle and no depth is too long for a graph")
    func deep() throws {
        var session = Session()
        for number in 1...2_000 {
            var source = Record(.source, Identifier(known: "s\(number)"))
            source[.derived] = [.reference(Identifier(known: "s\(number == 1 ? 2_000 : number - 1)"))]
            session.apply(.put(source))
        }
        let engine = TestEngine(holding: session)
        #expect(try engine.run("show graph s1 depth=1000000", width: 60).split(separator: "\n").count == 2_001)
    }
}

import Testing

@testable import DossierModel

@Suite("merging events, claims, notes and links") struct MergeKindsTests {
    private static let setting = [
        #"add source s1 "Article" -- He said that "about 1,500 are there"."#,
        #"add event e1 2024-10-08 "Arrival" actor="North Korea" #troops"#,
        #"add event e2 2024-10-08/2024-10-13 "First contingent arrives" actor="Russia" source=s1 tlp=amber #troops"#,
        #"add claim c1 about=e2 stance=asserts"#,
        #"add claim c2 about=e2 source=s1 quote="about 1,500 are there" quantity="~1500 soldiers""#,
        "annotate e2 -- Why?", "annotate e2 -- Why now?", "link e1 precedes e2", "link e2 same-as e1",
    ]

    @Test(
        "two events that are the same: what the other held stays, what named it names the one, and undo takes it back")
    func events() throws {
        let engine = try TestEngine(setting: Self.setting)
        let before = engine.state
        let answer = try engine.run("merge e2 into e1")
        #expect(
            answer.contains("joined") && answer.contains("actor: russia") && answer.contains("tlp: amber"), "\(answer)")
        #expect(answer.contains("kept beside") && answer.contains("when: 2024-10-08/2024-10-13"), "\(answer)")
        #expect(answer.contains("l1 would join e1 to itself"), "\(answer)")
        #expect(engine.session.count(of: .event) == 1 && engine.session.count(of: .link) == 0)
        #expect(engine.session.records(of: .claim).allSatisfy { $0.references(.about).map(\.text) == ["e1"] })
        #expect(engine.error("show e2").contains("was merged into"))
        #expect(try engine.run("check references quotes") == "nothing found: references, quotes\n")
        try engine.run("add note \"later\"\nmerge --undo e2\ndrop n3")
        #expect(engine.state == before)
    }

    @Test("claims, notes and links too, where they are of one kind and links relate the same")
    func others() throws {
        let engine = try TestEngine(setting: Self.setting)
        try engine.run("merge c1 into c2")
        #expect(engine.session.count(of: .claim) == 1)
        #expect(try engine.run("show c2").contains("stance    asserts"))
        try engine.run("merge n2 into n1")
        #expect(try engine.run("show n1").contains("Why?"))
        try engine.run("link e1 same-as e2 text=\"one day\"\nmerge l3 into l2")
        #expect(try engine.run("show l2").contains("one day"))
        #expect(engine.error("merge l1 into l2").contains("do not relate the same records in the same way"))
        #expect(engine.error("merge e1 into c2").contains("expected: records of the same kind"))
        try engine.run("undo 4")
        #expect(engine.session.count(of: .claim) == 2 && engine.session.count(of: .note) == 2)
    }

    @Test("a claim that is about the other is not about itself afterwards")
    func aboutEachOther() throws {
        let engine = try TestEngine(setting: Self.setting + ["add claim c3 about=c1,e1 stance=denies"])
        try engine.run("merge c1 into c3")
        let about = engine.session.records(of: .claim).first { $0.id.text == "c3" }?.references(.about) ?? []
        #expect(Set(about.map(\.text)) == ["e1", "e2"])
        try engine.run("undo\nmerge c3 into c1")
        #expect(engine.session.records(of: .claim).allSatisfy { !$0.references(.about).contains($0.id) })
    }

    @Test("what 'check' and 'show duplicates' advise of events can be done")
    func advice() throws {
        let engine = try TestEngine(setting: [#"add event a 2023 "x""#, #"add event b 2023 "x""#])
        #expect(try engine.run("check duplicates").contains("merge"))
        try engine.run("merge b into a")
        #expect(try engine.run("check duplicates") == "nothing found: duplicates\n")
    }
}

import Testing

@testable import DossierEngine
@testable import DossierModel

@Suite("who bears a name") struct BearersTests {
    private func reopened() throws -> TestEngine {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        try engine.run("add entity zeta \"Kim\"\nadd entity alpha \"Kim\"\nadd entity other \"Lee\"")
        try engine.engine.close()
        return try TestEngine(opening: "/work/a.json", on: disk)
    }

    @Test("entities of one name come in the order in which they were made, also where one was changed since")
    func order() throws {
        let engine = try reopened()
        let both = ["zeta", "alpha"]
        #expect(engine.session.entities(named: "kim").map(\.text) == both)
        #expect(engine.session.candidates(of: .entity, beginningWith: "kim", limit: 9).map(\.id.text) == both)
        try engine.run("set zeta type=person")
        #expect(engine.session.entities(named: "KIM").map(\.text) == both)
    }

    @Test("rows are counted from 1", arguments: ["%0", "%+1", "%0..2"])
    func rows(typed: String) throws {
        let engine = try reopened()
        try engine.run("show entities")
        #expect(engine.failure("show \(typed)") != nil)
        #expect(engine.failure("show %1") == nil)
    }
}

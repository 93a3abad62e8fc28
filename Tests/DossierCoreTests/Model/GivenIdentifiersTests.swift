import Testing

@testable import DossierModel
@testable import DossierStorage
@testable import DossierTime

@Suite("ids that are not free") struct GivenIdentifiersTests {
    private func id(_ text: String) -> Identifier { Identifier(known: text) }

    /// As a line of the log that names a state holds them.
    private func written(_ given: GivenIdentifiers) -> String {
        let state = SavedState(size: 0, modified: "", digest: "", given: given)
        var entries = LogEntries()
        entries.add(LogEntry(number: 1, at: "", by: "", action: .saved(state)))
        var head: [UInt8] = []
        let text = String(decoding: entries.lines(after: &head)[0].bytes, as: UTF8.self)
        return text.split(separator: "\"sha256\":\"\",").last.map(String.init) ?? ""
    }

    private func read(_ json: String) throws -> GivenIdentifiers {
        let value = try JSONReader.read(Array(json.utf8))
        return try GivenIdentifiers(try #require(value.object))
    }

    @Test("a record that stands takes its number, one that is dropped retires its id, one that comes back has it again")
    func retires() {
        var given = GivenIdentifiers()
        for text in ["e1", "e2", "nis"] { given.take(id(text)) }
        #expect(given.highestNumber(of: .event) == 2 && given.next(.event) == id("e3"))
        #expect(!given.isRetired(id("e2")) && !given.isRetired(id("nis")))
        let before = given
        for text in ["e2", "nis"] { given.retire(id(text)) }
        #expect(given.isRetired(id("e2")) && given.isRetired(id("nis")) && !given.isRetired(id("e1")))
        #expect(given.next(.event) == id("e3") && given.next(.note) == id("n1"))
        for text in ["e2", "nis"] { given.restore(id(text)) }
        #expect(given == before && given.hashValue == before.hashValue)
    }

    @Test("the highest number is free again unless it is retired, and what is assumed of lower ones stays")
    func frees() {
        var given = GivenIdentifiers()
        given.take(9, of: .claim)
        #expect(given.freeHighest(of: .claim) && given.highestNumber(of: .claim) == 8)
        given.retire(8...8, of: .claim)
        #expect(!given.freeHighest(of: .claim) && given.highestNumber(of: .claim) == 8)
        given.assumeRetired()
        #expect(given.isRetired(id("c3")) && given.highestRetired(of: .claim) == 8)
        given.take(9, of: .claim)
        given.assumeRetired()
        #expect(given.freeHighest(of: .claim) && given.highestAssumed(of: .claim) == 8)
    }

    @Test("the log holds them whole: numbers in runs, and up to which nothing tells what was dropped")
    func json() throws {
        var given = GivenIdentifiers()
        given.take(12, of: .event)
        for number in [3, 5, 4, 12, 1] { given.retire(number...number, of: .event) }
        given.retire(id("nis"))
        given.retire(id("kherva-2"))
        let text = written(given)
        #expect(
            text.hasPrefix(
                #""given":{"event":12},"retired":["kherva-2","nis"],"dropped":["e1","e3..e5","e12"]}"#), "\(text)")
        #expect(
            try read(#"{"given":{"event":12},"retired":["kherva-2","nis"],"dropped":["e1","e3..e5","e12"]}"#) == given)
        given.assumeRetired(to: 4, of: .note)
        #expect(written(given).contains(#""assumed":{"note":4}"#))
        let again = try read(
            #"{"given":{"event":12,"note":4},"retired":["nis","kherva-2"],"dropped":["e1","e3..e5","e12"],"assumed":{"note":4}}"#
        )
        #expect(again == given)
    }

    @Test("a line that does not tell dropped numbers, as version 0.1.0 wrote it, retires all up to the highest")
    func earlier() throws {
        let given = try read(#"{"given":{"event":3},"retired":["dam"]}"#)
        for text in ["e1", "e2", "e3", "dam"] { #expect(given.isRetired(id(text))) }
        #expect(!given.isRetired(id("e4")) && given.next(.event) == id("e4"))
    }

    @Test("what is no run of ids is an error", arguments: ["e3..n4", "e5..e3", "nis", "", "e1..e2..e3", "..", "e0"])
    func noRun(text: String) {
        #expect(throws: ValueError.self) { try read(#"{"given":{},"retired":[],"dropped":["\#(text)"]}"#) }
    }

    @Test("what was dropped is one id or a run of two", arguments: ["e1..e2..e3", "e3..e1", "e1..n2", "nis..e2", ""])
    func runs(text: String) throws {
        #expect(throws: ValueError.self) { try read(#"{"dropped":["\#(text)"]}"#) }
        #expect(try read(#"{"dropped":["e1..e3"]}"#).isRetired(id("e2")))
    }
}

import TestSupport
import Testing

@testable import DossierAnalysis
@testable import DossierEngine
@testable import DossierModel

@Suite("entities whose names resemble each other") struct ResemblingNamesTests {
    private func pairs(_ commands: [String]) throws -> [String] {
        Duplicates(of: Kind.listed, in: try TestEngine(setting: commands).session).pairs.map {
            "\($0.first) \($0.second): \($0.reason)"
        }
    }

    @Test("they are proposed, the most alike first and behind those of one name")
    func order() throws {
        #expect(
            try pairs([
                "add entity a \"Yasser Arafat\"", "add entity b \"Yasir Arafat\"", "add entity c \"Karim Najjar\"",
                "add entity d \"Karim Najar\"", "add entity e \"Lodz\"", "add entity f \"Łódź\"",
            ]) == [
                "e f: same name but for diacritics", "c d: names spelled alike (100 %)",
                "a b: names spelled alike (96 %)",
            ])
    }

    @Test("an alias counts as a name does, and the reason quotes both")
    func aliases() throws {
        #expect(
            try pairs(["add entity a \"The Carpenter\" alias=Najjar", "add entity b \"al-Najar\""]) == [
                "a b: 'Najjar' and 'al-Najar' spelled alike (100 %)"
            ])
        #expect(try pairs(["add entity a \"Najjar\" alias=Najar"]) == [], "a record is no duplicate of itself")
    }

    @Test("types that differ rule it out, one that is not known does not")
    func types() throws {
        let person = "add entity a \"Najjar\" type=person"
        #expect(try pairs([person, "add entity b \"Najar\" type=place"]) == [])
        #expect(try pairs([person, "add entity b \"Najar\""]).count == 1)
    }

    @Test("what a link decided is proposed no more")
    func decided() throws {
        let two = ["add entity a \"Najjar\"", "add entity b \"Najar\""]
        #expect(try pairs(two + ["link b different-from a"]) == [])
        #expect(try pairs(two + ["link a same-as b"]) == [])
    }

    @Test("many alike give as many pairs less one, names of one key among them")
    func many() throws {
        let vowels = ["a", "e"]
        let names = (0..<60).map { "N\(vowels[$0 % 2])jj\(vowels[$0 / 2 % 2])r" }
        let found = try pairs(names.enumerated().map { "add entity e-\($0) \"\($1)\"" })
        #expect(found.count == 59)
    }

    @Test("the rule of check finds them too, at the one that was made later")
    func check() throws {
        let engine = try TestEngine(setting: ["add entity a \"Najjar\"", "add entity b \"Najar\""])
        #expect(
            try engine.run("check duplicates").contains("it may be a: names spelled alike (100 %); 'merge b into a'"))
    }

    @Test("a session that is opened has the pairs that it had when it was made")
    func opened() throws {
        let disk = MemoryDisk()
        let engine = try TestEngine(opening: "/work/a.json", on: disk)
        for command in ["add entity \"Karim Najjar\"", "save", "add entity \"Karim Najar\""] {
            try engine.run(command)
        }
        let answer = try engine.run("show duplicates")
        #expect(answer.contains("karim-najjar  karim-najar"))
        try engine.run("save")
        try engine.engine.close()
        #expect(try TestEngine(opening: "/work/a.json", on: disk.unlocked).run("show duplicates") == answer)
    }
}

import Testing

@testable import DossierAnalysis
@testable import DossierCommands

@Suite("names spelled a little differently") struct NameResemblanceTests {
    private func percent(_ first: String, _ second: String) -> Int? {
        NameResemblance(SpelledName(first), SpelledName(second))?.percent
    }

    @Test("there are 400 pairs and more, in eight languages and more, half of them near misses")
    func pairs() {
        #expect(NamePair.all.count >= 400)
        #expect(Set(NamePair.all.filter(\.areSame).map(\.language)).count >= 8)
        #expect(NamePair.all.count { !$0.areSame } * 2 + 20 >= NamePair.all.count)
        #expect(Set(NamePair.all.map { $0.first + "\t" + $0.second }).count == NamePair.all.count)
    }

    @Test(
        "of the pairs 95 % that are proposed are right, and 85 % of the right ones are proposed; so of those kept aside"
    )
    func floor() {
        for pairs in [NamePair.all, NamePair.keptAside] {
            let accuracy = Accuracy(pairs) { $0.areProposed }
            #expect(accuracy.precision >= 0.95)
            #expect(accuracy.recall >= 0.85)
        }
    }

    @Test("in each language 70 % of the right pairs are proposed")
    func languages() {
        for (language, pairs) in Dictionary(grouping: NamePair.all.filter(\.areSame), by: \.language) {
            #expect(Accuracy(pairs) { $0.areProposed }.recall >= 0.7, "\(language)")
        }
    }

    @Test("names that resemble each other share a key, and resemble each other both ways")
    func keys() {
        for pair in NamePair.all {
            let (first, second) = (SpelledName(pair.first), SpelledName(pair.second))
            let found = NameResemblance(first, second)?.percent
            #expect(NameResemblance(second, first)?.percent == found, "\(pair.first), \(pair.second)")
            if found == nil { continue }
            let shared = Set(ResemblanceKeys(first).all).intersection(ResemblanceKeys(second).all)
            #expect(!shared.isEmpty, "\(pair.first), \(pair.second)")
        }
    }

    @Test(
        "rules of the help have the outcome that they state", arguments: DuplicatesHelp.rules.map(\.text))
    func help(text: String) throws {
        let rule = try #require(DuplicatesHelp.rules.first { $0.text == text })
        let engine = try TestEngine(setting: [
            "add entity a \"\(rule.first)\"", "add entity b \"\(rule.second)\"",
        ])
        #expect((try engine.run("show duplicates") != "no duplicates\n") == rule.areProposed)
    }

    @Test(
        "what tells things of one name apart must be equal",
        arguments: [
            ("3rd Brigade", "4th Brigade"), ("Third Brigade", "Fourth Brigade"), ("World War I", "World War II"),
            ("North Korea", "South Korea"), ("Northeastern Hama", "Northwestern Hama"), ("MH17", "MH18"),
            ("S-300", "S-400"),
            ("Minister of Defence", "Deputy Minister of Defence"), ("BND", "PND"), ("Samir Kassir", "Samira Kassir"),
            ("Macedonia", "Macedonian"), ("George W. Bush", "George H. W. Bush"), ("Gazprom", "Gazprombank"),
        ])
    func unlike(first: String, second: String) { #expect(percent(first, second) == nil) }

    @Test(
        "what one writer adds and another leaves out makes no other name",
        arguments: [
            ("Third Brigade", "3rd Brigade"), ("Najjar", "al-Najjar"), ("Dr. Karim Najjar", "Karim Najar"),
            ("Abd al-Rahman Saleh", "Abdurrahman Salih"), ("Gazprom", "PJSC Gazprom"),
            ("George W. Bush", "George Bush"),
            ("Ana Petrova", "Anna Sergeyevna Petrova"), ("Jabhat an-Nusra", "Jabhat al-Nusrah"),
            ("Lee Ji-won", "Yi Chi-won"),
            ("Najar, Karim", "Karim Najjar"),
        ])
    func alike(first: String, second: String) { #expect(percent(first, second) != nil) }

    @Test(
        "a name that cannot be read by rules resembles none",
        arguments: ["习近平", "東京", "กรุงเทพ", "", "!!!", "— —", "一 Karim"])
    func unreadable(name: String) { #expect(percent(name, name) == nil) }

    @Test("a name of particles alone is compared by them")
    func particles() {
        #expect(percent("Al", "Al") != nil)
        #expect(percent("De La", "De Lu") == nil)
    }

    @Test(
        "names of other scripts are romanised",
        arguments: [
            ("щука", "shchuka"), ("юлія", "yuliya"), ("μπακογιαννη", "bakogianni"), ("παπανδρεου", "papandreou"),
            ("김정은", "gimjeongeun"), ("محمد", "m'h'm'd"), ("שלום", "sh'l'w'm"), ("राजनाथ", "rajanath"),
            ("नरेन्द्र", "narendra"), ("karim", "karim"),
        ])
    func romanisation(name: String, letters: String) {
        let folded = NameFolding([.letterCase, .width, .diacritics]).fold(name)
        let romanised = String(decoding: Romanisation(folded).letters, as: UTF8.self)
        let plain = letters.filter { $0 != "'" }
        #expect(romanised == letters || romanised.filter { $0 != "'" } == plain)
    }

    @Test("the distance is nothing for a word itself, and nil beyond the limit")
    func distance() {
        var (left, right): ([Sound], [Sound]) = ([], [])
        LatinSounds.append(Array("hassan".utf8)[...], to: &left)
        LatinSounds.append(Array("hussein".utf8)[...], to: &right)
        func cost(_ first: [Sound], _ second: [Sound], limit: Int = 1_000) -> Int? {
            first.withUnsafeBufferPointer { first in
                second.withUnsafeBufferPointer { SoundDistance.between(first, $0, limit: limit) }
            }
        }
        #expect(cost(left, left, limit: 0) == 0)
        let between = cost(left, right) ?? 0
        #expect(between > 100 && cost(right, left) == between)
        #expect(cost(left, right, limit: between - 1) == nil)
        #expect(cost([], left) != nil)
    }
}

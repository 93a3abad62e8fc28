import Testing

@testable import DossierAnalysis
@testable import DossierModel

@Suite("words of likelihood and confidence") struct WordingTests {
    @Test(
        "sentences end where a reader ends them",
        arguments: [
            ("Troops came. More follow.", ["troops came", "more follow"]),
            ("Is it so? It is!", ["is it so", "it is"]),
            ("Gen. Kim of the U.S. Army came, e.g. to talk.", ["gen kim of the u s army came e g to talk"]),
            ("About 3.5 million, approx. half.", ["about 3 5 million approx half"]),
            ("See no. 5. We say no. It ends.", ["see no 5", "we say no", "it ends"]),
            ("First line\nruns on.", ["first line runs on"]),
            ("A heading\n\nA text", ["a heading", "a text"]), ("- one\n- two", ["one", "two"]),
            ("He said “it is likely.” We doubt it.", ["he said …", "we doubt it"]),
            ("He said “it is likely”, we doubt it.", ["he said … we doubt it"]),
            ("Seoul's 'grave threat' isn't new", ["seoul's … isn't new"]),
            ("the soldiers' posts, the guards' posts", ["the soldiers posts the guards posts"]),
            ("He called it \"likely", ["he called it likely"]), ("„wohl“ «sans doute» 「たぶん」", ["… … …"]),
            ("끝났다。 시작", ["끝났다", "시작"]), ("very-likely", ["very likely"]), ("", []), ("…", []),
        ])
    func sentences(text: String, expected: [String]) {
        #expect(Sentences.of(text).map { $0.joined(separator: " ") } == expected)
    }

    @Test(
        "words of ICD 203 are found whole, the longest first, and ordinary words are left alone",
        arguments: [
            ("It is likely", ["likely/0"]), ("It is unlikely", ["unlikely/0"]),
            ("It is very likely", ["very likely/0"]),
            ("very unlikely or LIKELY", ["very unlikely/0", "likely/0"]), ("probably", ["probably/1"]),
            ("highly improbable", ["highly improbable/1"]), ("almost certainly", ["almost certainly/0"]),
            ("nearly certain", ["nearly certain/1"]), ("almost no chance", ["almost no chance/0"]),
            ("a roughly even chance", ["roughly even chance/0"]), ("roughly even odds", ["roughly even odds/1"]),
            ("a remote possibility", ["remote/1"]), ("The chance of it is remote", ["remote/1"]),
            ("remote sensing of a remote village", []), ("a certain village", []), ("the likelihood is known", []),
            ("likelihoods", []),
        ])
    func likelihoods(text: String, expected: [String]) {
        let words = Sentences.of(text).flatMap { EstimativeWords($0).likelihoods }
        #expect(words.map { "\($0.text)/\($0.row)" } == expected)
    }

    @Test("both words of every step are found as they are written in a field", arguments: Likelihood.steps.indices)
    func steps(index: Int) throws {
        for (row, word) in Likelihood.steps[index].words.enumerated() {
            let words = word == "remote" ? "a remote chance" : word
            #expect(EstimativeWords(Sentences.of(words).flatMap(\.self)).likelihoods.map(\.row) == [row], "\(word)")
            #expect(EstimativeWords.row(of: try Likelihood(word))?.row == row)
        }
    }

    @Test(
        "a confidence is one where its level is given",
        arguments: [
            ("We have high confidence in this", ["high confidence"]),
            ("We judge with low to moderate confidence", ["moderate confidence"]),
            ("a high degree of confidence", ["high confidence"]), ("We are highly confident", ["high confidence"]),
            ("Confidence in this judgement is moderate", ["moderate confidence"]),
            ("Confidence: low", ["low confidence"]),
            ("confidence-building at a high level", []), ("a vote of no confidence", []),
            ("confidence in the government fell", []), ("high prices shook confidence", []), ("moderate rebels", []),
        ])
    func confidences(text: String, expected: [String]) {
        #expect(Sentences.of(text).flatMap { EstimativeWords($0).confidences } == expected)
    }

    @Test(
        "likelihood and confidence in one sentence are told, in two they are as they should be",
        arguments: [
            ("With high confidence, it is likely.", 1), ("It is likely. We have high confidence.", 0),
            ("It is likely; we have high confidence.", 1), ("It is unlikely, says Gen. Kim with low confidence.", 1),
            ("“It is likely” is said with high confidence.", 0),
            ("With low confidence, likely. With high confidence, unlikely.", 2),
            ("It is likely that the toll was 9. We have high confidence.", 0),
            ("It is likely, says Kim J. Park with high confidence.", 1),
            ("It is likely that confidence in the government falls.", 0),
        ])
    func sentencesCheck(text: String, count: Int) throws {
        let engine = try TestEngine()
        try engine.run("add note n1 -- \(text)")
        #expect(
            try engine.run("check sentences").split(separator: "\n").count { $0.hasPrefix("warning: n1") } == count)
    }

    @Test("only the analyst's own words count: not a source, nor the paraphrase of a claim")
    func others() throws {
        let text = "With high confidence it is likely and probable."
        let engine = try TestEngine(setting: [
            "add source s1 -- \(text)", "add claim c1 \"\(text)\" source=s1 quote=\"likely and probable\"",
            "annotate s1 \"it is likely and probable\" -- Who says so?",
        ])
        #expect(try engine.run("check sentences rows") == "nothing found: sentences, rows\n")
    }

    @Test("a note keeps to one row, its field with its text; a percentage is of neither")
    func rows() throws {
        let engine = try TestEngine(setting: [
            "add note n1 -- It is likely, though not almost certain.", "add note n2 likelihood=70% -- Probably.",
            "add note n3 likelihood=probable -- It is highly probable.", "add note n4 -- It is likely. Probably not.",
            "add note n5 likelihood=remote -- It is unlikely.",
        ])
        let answer = try engine.run("check rows")
        #expect(answer.split(separator: "\n").map { $0.prefix(11) } == ["warning: n4", "warning: n5", "2 warnings"])
    }

    @Test("a text of nothing but marks that quote nothing is gone through once")
    func hostile() {
        let text = String(repeating: " 'a ‘b «c", count: 5_000)
        #expect(Sentences.of(text).flatMap(\.self).count == 15_000)
    }
}

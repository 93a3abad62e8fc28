import Recording
import TestSupport
import Testing

@testable import DossierModel
@testable import DossierText

@Suite("questions to a real session") struct QuestionsTests {
    @Test("the questions run after the article's script, into the same session, and answer the same each time")
    func questions() throws {
        let files = [
            "dprk-russia-2024.dossier": PackageFiles.text("sessions/dprk-russia-2024.dossier"),
            "dprk-russia-2024.txt": PackageFiles.text("sessions/dprk-russia-2024.txt"),
            "questions.dossier": PackageFiles.text("Tests/DossierCoreTests/Goldens/dprk-russia-2024-questions.dossier"),
        ]
        let engine = try TestEngine(files: files)
        try engine.replay("dprk-russia-2024.dossier")
        let state = engine.state
        try expectRecorded(engine.replay("questions.dossier"), at: Golden.path("dprk-russia-2024-questions"))
        #expect(engine.state == state, "a question changes nothing")
    }

    @Test("every view answers programs, spreadsheets and reports, at every width")
    func forms() throws {
        let engine = try TestEngine(files: [
            "dprk-russia-2024.dossier": PackageFiles.text("sessions/dprk-russia-2024.dossier"),
            "dprk-russia-2024.txt": PackageFiles.text("sessions/dprk-russia-2024.txt"),
        ])
        try engine.replay("dprk-russia-2024.dossier")
        for view in [
            "conflicts", "support deployment", "matrix", "forecasts", "judgements", "path peskov to nis", "central",
            "graph deployment depth=3",
        ] {
            #expect(try engine.json("show " + view) != .null, "\(view)")
            #expect(try !engine.run("show \(view) as markdown").isEmpty, "\(view)")
            for width in [60, 80, 100] {
                for line in try engine.run("show " + view, width: width).split(separator: "\n") {
                    #expect(TextWidth.of(String(line)) <= width, "\(view): \(line)")
                }
            }
        }
    }
}

import TestSupport
import Testing

@testable import DossierEngine
@testable import DossierImporting
@testable import DossierLanguage
@testable import DossierModel

@Suite("fields of what a field of an import names") struct NamedRecordsTests {
    private func engine(_ csv: String, setting: [String] = []) throws -> TestEngine {
        try TestEngine(files: ["a.csv": csv], setting: setting)
    }

    private func text(_ engine: TestEngine, _ id: String, _ field: FieldName) -> String? {
        engine.session[Identifier(known: id)]?[field].map(\.typed).joined(separator: ";")
    }

    private static let places = "town,lat,lon\nKursk,51.73,36.19\nSudzha,51.19,35.27\nKursk,51.73,36.19\nRylsk,,\n"

    @Test("a place gets its coordinates once, and one that is there gets those that it lacks")
    func places() throws {
        let engine = try engine(Self.places, setting: ["add entity \"Sudzha\" type=place role=\"x\""])
        try engine.run(#"import csv a.csv kind=event title={town} place={town} place.coordinates="{lat},{lon}""#)
        #expect(engine.session.count(of: .entity) == 3)
        #expect(text(engine, "kursk", .coordinates) == "51.73,36.19" && text(engine, "kursk", .type) == "place")
        #expect(text(engine, "sudzha", .coordinates) == "51.19,35.27")
        #expect(text(engine, "rylsk", .coordinates) == "")
        #expect(text(engine, "e3", .place) == "kursk")
    }

    @Test("what holds another value keeps it, and the answer counts the rows")
    func held() throws {
        let engine = try engine("town,lat\nKursk,51\nKursk,52\nKursk,52\n")
        let answer = try engine.run(
            #"import csv a.csv kind=event title={town} place={town} place.coordinates="{lat},36""#)
        #expect(answer.contains("place.coordinates left out in 2 rows, first row 2"))
        #expect(text(engine, "kursk", .coordinates) == "51,36")
    }

    @Test("a source is made of each url and of each title, once, with its publisher")
    func sources() throws {
        let csv = "url,paper\nhttps://a.example/1,A\nhttps://a.example/2,A\nhttps://a.example/1,A\nSOHR,\nsohr,\n,\n"
        let engine = try engine(csv)
        try engine.run("import csv a.csv kind=event title=x source={url} source.publisher={paper}")
        let sources = Array(engine.session.records(of: .source))
        #expect(sources.map { $0.text(.url) ?? $0.title } == ["https://a.example/1", "https://a.example/2", "SOHR"])
        #expect(sources.map { $0.text(.publisher) ?? "" } == ["A", "A", ""])
        #expect(
            ["e1", "e2", "e3", "e4", "e5"].map { text(engine, $0, .source) } == ["s1", "s2", "s1", "s3", "s3"])
    }

    @Test("rows of several origins count as several in the support of what they are about")
    func origins() throws {
        let engine = try engine(
            "url\nhttps://a.example/1\nhttps://b.example/2\nhttps://a.example/1\n",
            setting: ["add event e9 2024 \"Strike\""])
        try engine.run("import csv a.csv kind=claim title={url} about=e9 source={url}")
        #expect(try engine.run("show support e9").contains("2 independent origins"))
    }

    @Test("sources and ids that are there are taken, and an id that nothing has stays an error")
    func known() throws {
        let setting = ["add source \"Meridian\"", "add source url=\"https://a.example/1\""]
        let engine = try engine("s\nmeridian\nhttps://a.example/1\ns1\n", setting: setting)
        try engine.run("import csv a.csv kind=event title={s} source={s}")
        #expect(engine.session.count(of: .source) == 2)
        #expect(["e1", "e2", "e3"].map { text(engine, $0, .source) } == ["s1", "s2", "s1"])
        let other = try self.engine("s\ns9\n")
        #expect(other.error("import csv a.csv kind=event title={s} source={s}").contains("no record is named 's9'"))
    }

    @Test("of a row that is left out nothing stays: not its place, not its source, and their ids are free")
    func leftOut() throws {
        let csv = "town,day,url\nKursk,2024-13,https://a.example/1\nSudzha,2024-10,https://a.example/2\n"
        let engine = try engine(csv)
        try engine.run(
            #"import csv a.csv kind=event title={town} when={day} place={town} place.coordinates="1,2" source={url} bad=skip"#
        )
        #expect(engine.session.records(of: .entity).map(\.id.text) == ["sudzha"])
        #expect(engine.session.records(of: .source).map(\.id.text) == ["s1"])
        try engine.run("undo")
        #expect(engine.session.isEmpty)
        try engine.run("redo")
        #expect(engine.session.count == 3)
    }

    @Test("a fault in a field of what is named is told at its row, with the cells")
    func fault() throws {
        let engine = try engine("town,lat\nKursk,95\n")
        let error = engine.error(#"import csv a.csv kind=event title={town} place={town} place.coordinates="{lat},36""#)
        #expect(error.contains("row 1, column 'town' is 'Kursk', column 'lat' is '95'"), "\(error)")
        #expect(engine.session.isEmpty)
    }
}

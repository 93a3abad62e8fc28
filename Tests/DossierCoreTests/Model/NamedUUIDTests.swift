import Testing

@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput

@Suite("Lasting ids") struct NamedUUIDTests {
    @Test(
        "a name has the UUID of version 5 that Python's uuid5 gives it",
        arguments: [
            ("www.example.com", "b63cdfa4-3df9-568e-97ae-006c5b8fd652"),
            ("https://example.org/한글", "7a838b04-078e-53b9-8e0d-e7f67e1a1833"),
        ])
    func names(name: String, uuid: String) {
        #expect(NamedUUID(name, in: .ofURIs).description == uuid)
    }

    @Test("ids follow the session's id, else its title, and say so")
    func sessions() throws {
        func identifiers(_ commands: String...) throws -> LastingIdentifiers {
            LastingIdentifiers(of: try TestEngine(setting: commands).engine.session.header)
        }
        let event = try Identifier("e1")
        let titled = try identifiers("set session title=Raids")
        #expect(titled.uuid(of: event) == (try identifiers("set session title=Raids").uuid(of: event)))
        #expect(titled.uuid(of: event) != (try identifiers("set session title=Other").uuid(of: event)))
        let own = try identifiers("set session title=Raids id=urn:example:1")
        #expect(own.uuid(of: event) == (try identifiers("set session title=Other id=urn:example:1").uuid(of: event)))
        var losses = LossReport()
        own.note(in: &losses)
        #expect(losses.isEmpty)
        titled.note(in: &losses)
        #expect(losses.notes.count == 1)
    }

    @Test(
        "the session's id is a URI",
        arguments: ["urn:uuid:b63cdfa4-3df9-568e-97ae-006c5b8fd652", "https://a.org/x?y=1"])
    func uris(id: String) throws {
        let engine = try TestEngine(setting: ["set session id=\"\(id)\""])
        #expect(engine.engine.session.header.text(.id) == id)
        #expect(try engine.run("export script").hasPrefix("set session id="))
    }

    @Test("what is no URI is no id of a session", arguments: ["case-12", ":a", "a:", "1a:b", "urn:a b", "urn:a<b>"])
    func others(id: String) throws {
        let engine = try TestEngine(setting: ["set session title=Raids"])
        #expect(throws: Diagnostic.self) { try engine.run("set session id=\"\(id)\"") }
    }
}

import Testing

@testable import DossierEngine
@testable import DossierLanguage
@testable import DossierModel
@testable import DossierOutput

@Suite("what a report says") struct ReportContentsTests {
    private static let setting = [
        "set session title=\"Harbour\"",
        #"add source agency "Agency""#, #"add source paper "Paper" derived=agency"#, #"add source herald "Herald""#,
        #"add entity ana "Ana""#, #"add entity ben "Ben""#,
        #"add event fire 2024-03-02 "Fire" status=reported source=herald"#,
        #"add event talks 2024-03-01 "Talks" status=confirmed"#, #"add event plan "Plan" status=expected"#,
        #"add claim dead "Twelve died" speaker=ana said=2024-03-04 about=fire source=paper quantity="12 dead""#,
        #"add claim more "Twenty died" speaker=ben said=2024-03-03 about=fire source=herald quantity="20 dead""#,
        #"add claim none "No fire" speaker=ben said=2024-03-05 about=fire stance=denies source=paper"#,
        #"add claim shame "Shame" speaker=ana about=fire stance=condemns"#,
        #"add claim aside "Something else" speaker=ana"#,
        "add note low type=judgement confidence=low likelihood=likely target=dead -- It burned.",
        "add note high type=judgement confidence=high -- It was set.",
        "add note who type=gap target=fire -- Who set it?", "add note remark -- A remark.",
    ]

    private func contents(_ command: String = "", setting: [String] = setting) throws -> ReportContents {
        let engine = try TestEngine(setting: setting)
        let ids = Set(command.split(separator: " ").map { Identifier(known: String($0)) })
        let records = Array(engine.session.records).filter { ids.isEmpty || ids.contains($0.id) }
        return ReportReader.contents(
            of: ExportRequest(session: engine.session, content: .session(records), settings: Tokens([])))
    }

    @Test("events stand by time, those without one last; groups of one status from the firmest on")
    func order() throws {
        let contents = try contents()
        #expect(contents.events.map(\.title) == ["Talks", "Fire", "Plan"])
        #expect(contents.statuses.map(\.status) == [.confirmed, .reported, .expected])
        #expect(contents.timeline.map(\.title) == ["Talks", "Fire"] && contents.undated == 1)
    }

    @Test("the claims about an event stand below it by what they are to it, each by when it was said")
    func claims() throws {
        let contents = try contents()
        let fire = try #require(contents.events.first { $0.title == "Fire" })
        #expect(fire.supporting.map(\.title) == ["Twenty died", "Twelve died"])
        #expect(fire.opposing.map(\.title) == ["No fire"] && fire.other.map(\.title) == ["Shame"])
        #expect(contents.claims.map(\.title) == ["Something else"])
    }

    @Test("support is counted as in 'show support'")
    func support() throws {
        let contents = try contents()
        let fire = try #require(contents.events.first { $0.title == "Fire" })
        #expect(fire.support.counts.map { $0.kind.counted($0.count) } == ["2 claims", "2 sources"])
        #expect(fire.support.independent == 2...2 && fire.support.origins.map(\.name) == ["Ana", "Ben"])
        #expect(fire.support.against.map(\.count) == [1])
        let talks = try #require(contents.events.first)
        #expect(talks.support.counts.isEmpty)
    }

    @Test("a claim about two events is told in full once")
    func repeated() throws {
        let contents = try contents(setting: [
            #"add event a 2024-01 "A""#, #"add event b 2024-02 "B""#, "add source s -- Both burned.",
            #"add claim c "Both" about=a,b source=s quote="Both burned" grade=B2"#,
        ])
        let claims = contents.events.map { $0.supporting[0] }
        #expect(claims.map(\.isRepeated) == [false, true])
        #expect(claims[0].quote == "Both burned" && claims[1].quote == nil)
    }

    @Test("sources are numbered once, by where they are first cited, with those that they draw on")
    func sources() throws {
        let contents = try contents()
        #expect(contents.sources.map(\.title) == ["Herald", "Paper", "Agency"])
        #expect(contents.sources.map(\.number) == [1, 2, 3] && contents.sources[1].derived == [3])
        let fire = try #require(contents.events.first { $0.title == "Fire" })
        #expect(fire.sources == [1] && fire.supporting.map(\.sources) == [[1], [2]])
    }

    @Test("contradictions are those of 'show conflicts', the two sides beside each other, without ids")
    func contradictions() throws {
        let contents = try contents()
        #expect(contents.contradictions.map(\.claims.count) == [2, 2])
        let figures = try #require(contents.contradictions.first { $0.reason.contains("no number in common") })
        #expect(figures.about == ["Fire"] && figures.claims.map(\.title) == ["Twelve died", "Twenty died"])
        let linked = try self.contents(
            setting: Self.setting + [#"link aside contradicts shame -- They do not fit."#])
        let link = try #require(linked.contradictions.first { $0.reason.contains("linked") })
        #expect(link.reason == "the analyst has linked them as a contradiction" && link.remark == "They do not fit.")
    }

    @Test("judgements on better grounds come first; notes stand by what they are")
    func notes() throws {
        let contents = try contents()
        #expect(contents.judgements.map(\.text) == ["It was set.", "It burned."])
        #expect(contents.judgements[1].targets == ["Twelve died"])
        #expect(
            contents.judgements[1].sentences == [
                "It is likely (55–80%).", "Confidence in this is low: thin or questionable sources.",
            ])
        #expect(contents.gaps.map(\.targets) == [["Fire"]] && contents.comments.map(\.text) == ["A remark."])
    }

    @Test("figures are put together by what they are of and by unit")
    func figures() throws {
        let contents = try contents()
        #expect(contents.figures.map(\.subject) == ["Fire"] && contents.figures.map(\.unit) == ["dead"])
        #expect(contents.figures[0].figures.map(\.quantity.text) == ["20 dead", "12 dead"])
    }

    @Test("of chosen records it tells those alone; how firm they are depends on the whole session")
    func chosen() throws {
        let contents = try contents("fire")
        #expect(contents.events.map(\.title) == ["Fire"] && contents.events[0].supporting.isEmpty)
        #expect(contents.events[0].support.independent == 2...2 && contents.claims.isEmpty)
        #expect(contents.sources.map(\.title) == ["Herald"] && contents.contradictions.isEmpty)
    }

    @Test("the label covers what the report names and cites, too")
    func label() throws {
        let setting = [
            #"add source s "Secret" tlp=red"#, #"add event e "Open" tlp=green source=s"#,
        ]
        #expect(try contents("e", setting: setting).label == .red)
        #expect(try contents("e", setting: [setting[1].replacing("source=s", with: "")]).label == .green)
    }

    @Test("a link goes by the names of its ends, a claim without a title by its words; what is missing by its id")
    func names() throws {
        let contents = try contents(setting: [
            "add source s -- It burned down.", #"add claim c source=s quote="burned down""#, #"add event e "Fire""#,
            "link c supports e", "link l1 supports e",
        ])
        #expect(contents.relations.map(\.from) == ["burned down", "burned down supports Fire"])
    }

    @Test("the names of a template are those that the contents have")
    func templateNames() throws {
        func names(in value: TemplateValue) -> Set<String> {
            switch value {
            case .text, .markup, .flag: []
            case .list(let items): items.reduce(into: []) { $0.formUnion(names(in: $1)) }
            case .object(let members):
                members.values.reduce(into: Set(members.keys)) { $0.formUnion(names(in: $1)) }
            }
        }
        let engine = try TestEngine(setting: Self.setting + ["link aside contradicts shame"])
        let contents = ReportReader.contents(
            of: ExportRequest(
                session: engine.session, content: .session(Array(engine.session.records)), settings: Tokens([])))
        #expect(names(in: ReportValues.of(contents)) == ReportTemplate.names)
    }

    @Test("the page on exporting has every name of a template, and no other")
    func documentedNames() throws {
        let page = try #require(DocumentationPage.pages.first { $0.name == "Exporting.md" })
        let table = try #require(
            page.text.split(separator: "| of | names |").last?.split(separator: "## Holding").first)
        let named = table.matches(of: #/`([A-Za-z]+)`/#).map { String($0.1) }
        #expect(Set(named) == ReportTemplate.names)
    }
}

import Testing

@testable import DossierModel
@testable import DossierOutput

@Suite("Events on the map") struct GeoJSONExporterTests {
    private func features(_ setting: [String]) throws -> [JSONObject] {
        let text = try TestEngine(setting: setting).run("export geojson tlp=red")
        let document = try JSONReader.read(Array(text.utf8)).object
        return document?["features"]?.array?.compactMap(\.object) ?? []
    }

    private func geometry(_ coordinates: String) throws -> String? {
        try features([
            "add entity gate \"Gate\" type=place coordinates=\"\(coordinates)\"",
            "add event e1 2024 \"Raid\" place=gate",
        ]).first?["geometry"]?.text
    }

    @Test(
        "longitude comes first, digits are those that were typed, and what JSON does not know of them is added",
        arguments: [
            ("46.62,142.78", "[142.78, 46.62]"), ("-90,-180", "[-180, -90]"), ("90,0", "[0, 90]"),
            (".5,-.25", "[-0.25, 0.5]"), ("5.,007.10", "[7.1, 5.0]"),
            ("-0,0.123456789012345678", "[0.123456789012345678, 0]"),
        ])
    func coordinates(typed: String, written: String) throws {
        let expected = "{\"type\": \"Point\", \"coordinates\": \(written.replacing("5.0", with: "5"))}"
        #expect(try geometry(typed) == expected)
    }

    @Test("several places are a MultiPoint, in their order; those without coordinates are named")
    func places() throws {
        let feature = try #require(
            try features([
                "add entity a \"A\" type=place coordinates=1,2", "add entity b \"B; b\" type=place",
                "add entity c \"C\" type=place coordinates=3,4", "add event e1 \"Raid\" place=a,b,c",
            ]).first)
        #expect(feature["geometry"]?.text == #"{"type": "MultiPoint", "coordinates": [[2, 1], [4, 3]]}"#)
        let properties = try #require(feature["properties"]?.object)
        #expect(properties["place"]?.string == #"A; "B; b"; C"#)
        #expect(properties["when"] == .null && properties["earliest"] == .null && properties["in_words"] == .null)
    }

    @Test("bounds that are open or not known are empty, and a year before the year 1 has a sign")
    func bounds() throws {
        let place = ["add entity a \"A\" type=place coordinates=1,2"]
        for (when, earliest, latest) in [
            ("2024-03/..", "2024-03-01", nil), ("/2024", nil, "2024-12-31"),
            ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
            ("2024-21", "2024-03-01", "2024-05-31"), ("[2024-03-04..2024-03-06]", "2024-03-04", "2024-03-06"),
        ] {
            let feature = try features(place + ["add event e1 \(when) \"Raid\" place=a"]).first
            let properties = try #require(feature?["properties"]?.object)
            #expect(properties["earliest"]?.string == earliest && properties["latest"]?.string == latest, "\(when)")
            #expect(properties["when"]?.string == when)
        }
    }

    @Test("all features have the same properties, in the same order, those of one's own and rare ones among them")
    func columns() throws {
        let place = ["add entity a \"A\" type=place coordinates=1,2"]
        let plain = try #require(try features(place + ["add event e1 place=a"]).first?["properties"]?.object)
        #expect(plain["text"] == nil)
        let both = try features(
            place + [
                "add event e1 \"A\" place=a x.dead=3 -- Many words",
                "add event e2 place=a quantity=\"3 men\" quantity=\"4 men\"",
            ])
        let keys = both.map { $0["properties"]?.object?.keys ?? [] }
        #expect(keys.count == 2 && keys[0] == keys[1] && keys[0].suffix(2) == ["text", "x.dead"])
        #expect(both[1]["properties"]?.object?["quantity_low"] == .null)
    }
}

import Testing

@testable import DossierImporting
@testable import DossierModel

@Suite("an import of GeoJSON") struct GeoJSONImportTests {
    private func engine(_ text: String) throws -> TestEngine { try TestEngine(files: ["a.geojson": text]) }

    private static let places = #"""
        {"type": "FeatureCollection", "name": "x", "features": [
        {"type": "Feature", "id": 7, "bbox": [1, 2, 1, 2], "geometry": {"type": "Point", "coordinates": [131.89, 43.12, 5]},
         "properties": {"name": "Port A", "lat": "north", "deep": {"m": 9}}},
        {"type": "Feature", "geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}, "properties": {"name": "Road"}},
        {"type": "Feature", "geometry": null, "properties": null}]}
        """#

    @Test("properties are columns, a point gives coordinates; the answer tells what else was there")
    func features() throws {
        let engine = try engine(Self.places)
        let answer = try engine.run(
            "import geojson a.geojson kind=entity name={name} coordinates={coordinates} x.lat={lat} x.north={geometry.lat} x.id={feature.id} x.m={deep.m}",
            width: 300)
        let port = engine.session[Identifier(known: "port-a")]
        #expect(port?[.coordinates].first?.typed == "43.12,131.89" && port?.text(FieldName("x.lat")) == "north")
        #expect(port?.text(FieldName("x.north")) == "43.12" && port?.text(FieldName("x.id")) == "7")
        #expect(engine.session[Identifier(known: "road")]?[.coordinates].first?.typed == nil)
        for told in [
            "left behind: geometries other than points: 1 LineString", "left behind: heights of 1 point",
            "left behind: keys of features beside their properties: 1 bbox",
            "left behind: keys outside of 'features': type, name", "1 blank row left out",
        ] { #expect(answer.contains(told), "\(answer)") }
    }

    @Test("what 'export' of another day wrote comes in under its ids")
    func golden() throws {
        let engine = try engine(Self.event)
        try engine.run("import geojson a.geojson kind=event source=")
        let event = engine.session[Identifier(known: "berth")]
        #expect(
            event?[.when].first?.typed == "2024-03-04/2024-03-07"
                && event?.references(.place).map(\.text) == ["port-alder"])
    }

    private static let event = #"""
        {"type": "Feature", "id": "berth", "geometry": null, "properties": {"title": "The freighter lies at berth 4",
         "when": "2024-03-04/2024-03-07", "place": "Port Alder", "type": "movement", "target": null, "tags": "cargo", "tlp": "amber"}}
        """#

    @Test("other systems of coordinates, places outside of the Earth and what is not GeoJSON are errors")
    func faults() throws {
        let crs = #"{"type": "FeatureCollection", "crs": {"properties": {"name": "EPSG:3857"}}, "features": []}"#
        #expect(try engine(crs).error("import geojson a.geojson kind=entity").contains("another system than WGS 84"))
        let far =
            #"{"type": "Feature", "geometry": {"type": "Point", "coordinates": [1, 91]}, "properties": {"name": "x"}}"#
        let error = try engine(far).error("import geojson a.geojson kind=entity")
        #expect(error.contains("a latitude must be between"))
        for text in ["[]", #"{"type": "Point", "coordinates": [1, 2]}"#, #"{"features": []}"#] {
            #expect(
                try engine(text).error("import geojson a.geojson kind=entity").contains("not GeoJSON with features"))
        }
        let short =
            #"{"type": "Feature", "geometry": {"type": "Point", "coordinates": [1]}, "properties": {"name": "x"}}"#
        #expect(
            try engine(short).error("import geojson a.geojson kind=entity").contains("does not have two coordinates"))
    }
}

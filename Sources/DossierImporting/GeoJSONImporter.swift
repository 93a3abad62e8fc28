import DossierAnalysis
import DossierLanguage
import DossierModel

/// GeoJSON (RFC 7946): a row for each feature.
package struct GeoJSONImporter: Importer {
    package static let name = "geojson"

    /// The format as data.
    package static let definition = ImporterDefinition(
        name,
        "GeoJSON (RFC 7946), one row per feature: its properties are the columns; {lat}, {lon} and {coordinates} are those of a point",
        endings: ["geojson", "json"], isCutAtLines: false,
        examples: [
            Example(
                "features as places with their coordinates", "import geojson ports.geojson kind=entity type=place",
                reading: Example.File(
                    "ports.geojson",
                    #"{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Point", "coordinates": [131.89, 43.12]}, "properties": {"name": "Vladivostok", "berths": 16}}]}"#
                        + "\n"),
                answer: """
                    imported 1 entity from ports.geojson
                      vladivostok  place  Vladivostok
                      columns left out: berths, lat, lon
                      left behind: keys outside of 'features': type
                    """)
        ])

    /// Looks for the features and their properties.
    package static func content(of file: ImportedFile) throws(Diagnostic) -> ImportContent {
        try file.checkEncoding()
        let root = try JSONList.members(["type", "crs"], of: file)
        if let crs = root["crs"], !isWGS84(crs) {
            throw file.diagnostic(
                FileFault(
                    "the coordinates are in another system than WGS 84: \(crs.text)", expectation: "degrees of WGS 84",
                    at: file.start, notes: ["'ogr2ogr -t_srs EPSG:4326 OUT IN' converts them"]))
        }
        let list: JSONList
        switch root["type"]?.string {
        case "Feature": list = JSONList(whole: file)
        case "FeatureCollection": list = try JSONList(in: file, standard: "features")
        default:
            throw file.diagnostic(
                FileFault(
                    "the file is not GeoJSON with features",
                    expectation: #"{"type": "FeatureCollection", "features": […]}"#, at: file.start))
        }
        return .rows(try JSONListReader(list, of: file, as: FeatureShape()))
    }

    /// Whether a `crs`, which GeoJSON of 2008 had, names the system that GeoJSON has today.
    private static func isWGS84(_ crs: JSONValue) -> Bool {
        guard case .object(let object) = crs else { return crs == .null }
        let name = object["properties"]?.object?["name"]?.string ?? ""
        return [
            "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326",
        ]
        .contains(name)
    }
}

/// Features: their properties, with the coordinates of points beside them.
struct FeatureShape: JSONShape {
    /// Geometries that have no place in a row, by type.
    private var geometries = OrderedCounts()
    /// Keys of features that GeoJSON does not know, or that say what the geometry says.
    private var members = OrderedCounts()
    /// How many points have a height.
    private var heights = 0

    func row(of element: JSONObject) throws(JSONShapeFault) -> JSONObject {
        guard element["type"]?.string == "Feature" else {
            throw JSONShapeFault(problem: "the element is not a feature", expectation: #""type": "Feature""#)
        }
        let properties = element["properties"]?.object ?? JSONObject()
        var row = properties
        func give(_ name: String, _ value: JSONValue, else other: String) {
            row[properties[name] == nil ? name : other] = value
        }
        if let id = element["id"] {
            let isIdentifier = id.string.flatMap { try? Identifier($0) } != nil
            give(isIdentifier ? "id" : "feature.id", id, else: "feature.id")
        }
        if let geometry = element["geometry"]?.object, geometry["type"]?.string == "Point" {
            guard let place = geometry["coordinates"]?.array, place.count >= 2, case .number(let east) = place[0],
                case .number(let north) = place[1]
            else {
                throw JSONShapeFault(
                    problem: "a point does not have two coordinates", expectation: "[LONGITUDE, LATITUDE]")
            }
            give("lat", .number(north), else: "geometry.lat")
            give("lon", .number(east), else: "geometry.lon")
            give("coordinates", .string("\(north.text),\(east.text)"), else: "geometry.coordinates")
        }
        return row
    }

    mutating func note(_ element: JSONObject) {
        for key in element.keys where !["type", "id", "geometry", "properties"].contains(key) { members.add(key) }
        guard let geometry = element["geometry"]?.object else { return }
        let type = geometry["type"]?.string ?? "without a type"
        if type != "Point" { geometries.add(type) }
        if type == "Point", (geometry["coordinates"]?.array?.count ?? 0) > 2 { heights += 1 }
    }

    var leftBehind: [String] {
        var told: [String] = []
        if geometries.total > 0 { told.append("geometries other than points: \(geometries.text)") }
        if heights > 0 { told.append("heights of \(LeftBehind.count(heights, "point", "points"))") }
        if members.total > 0 { told.append("keys of features beside their properties: \(members.text)") }
        return told
    }
}

import Glibc
import TestSupport
import Testing

/// The data of others, which are an addition to the cases of this package.
@Suite("data of others") struct SharedDataTests {
    static let names = [
        "csv-spectrum", "edtf.json", "gdelt-20191024143000.export.tsv", "json-parsing", "naughty-strings.json",
        "stix/disarm.json", "../acceptance/dprk-russia-2024.dossier", "../acceptance/dam-breach",
    ]

    @Test(
        "where changes are checked they stand beside the package, so that none is passed over; a clone alone passes",
        arguments: names)
    func areThere(name: String) {
        #expect(getenv("CI") == nil || SharedData.exists(name), "\(SharedData.folder)/\(name) is missing")
    }

    @Test("what is there is there whole")
    func areWhole() {
        #expect(JSONCase.others.isEmpty || JSONCase.others.count == 318)
        #expect(CSVCase.others.isEmpty || CSVCase.others.count == 11)
        #expect(EDTFCase.others.isEmpty || EDTFCase.others.count > 100)
        #expect(HostileText.others.isEmpty || HostileText.others.count > 500)
    }
}

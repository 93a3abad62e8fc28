import Testing

@Suite("files that are no text") struct ForeignFileTests {
    @Test(
        "are named for what they are, with what helps",
        arguments: [
            ([0x50, 0x4B, 0x03, 0x04, 0x14], "it is a workbook (XLSX, ODS) or another ZIP archive"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "old workbook"), (Array("%PDF-1.7".utf8), "it is a PDF"),
            ([0xFF, 0xFE, 0x61, 0], "UTF-16"), ([0x1F, 0x8B, 8], "compressed"),
        ] as [([UInt8], String)])
    func named(bytes: [UInt8], problem: String) throws {
        for format in ["csv", "jsonl"] {
            let disk = MemoryDisk()
            disk["/work/x.dat"] = bytes
            let error = TestEngine(disk).error("import \(format) x.dat kind=event")
            #expect(error.hasPrefix("error: x.dat: \(problem)") || error.contains(problem), "\(error)")
        }
    }

    @Test("a JSON array is no JSON Lines")
    func array() throws {
        for text in ["[{\"title\":\"A\"}]\n", " \n[\n{\"title\":\"A\"}\n]"] {
            let engine = try TestEngine(files: ["x.jsonl": text])
            let error = engine.error("import jsonl x.jsonl kind=event title={title}")
            #expect(error.contains("the file is a JSON array, not JSON Lines"), "\(error)")
        }
    }
}

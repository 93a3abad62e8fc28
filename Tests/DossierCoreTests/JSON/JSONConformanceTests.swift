import Testing

@testable import DossierModel

@Suite("JSON as the standard and other readers have it")
struct JSONConformanceTests {
    private func read(_ one: JSONCase) -> Result<JSONValue, JSONError> {
        Result { () throws(JSONError) in try JSONReader.read(one.bytes) }
    }

    private func skips(_ one: JSONCase) -> Bool {
        one.bytes.withUnsafeBufferPointer { bytes in
            var scanner = JSONScanner(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
            do {
                try scanner.skipValue()
                try scanner.finish()
                return true
            } catch {
                return false
            }
        }
    }

    @Test("a valid text is read, and what is written from it reads back the same", arguments: JSONCase.all(.valid))
    func accepts(one: JSONCase) throws {
        let value = try read(one).get()
        #expect(try JSONReader.read(value.text) == value)
        #expect(skips(one))
    }

    @Test("an invalid text is refused with a place inside it", arguments: JSONCase.all(.invalid))
    func refuses(one: JSONCase) {
        #expect(!skips(one))
        guard case .failure(let error) = read(one) else {
            Issue.record("\(one.name) was read")
            return
        }
        #expect(0...one.bytes.count ~= error.offset)
        #expect(error.line >= 1 && error.column >= 1)
        #expect(!error.problem.isEmpty)
    }

    @Test(
        "what the standard leaves open is read or refused alike by reader and scanner", arguments: JSONCase.all(.open))
    func survives(one: JSONCase) {
        if case .success = read(one) { #expect(skips(one)) } else { #expect(!skips(one)) }
    }

    @Test("of what is open, numbers of any size, a mark at the beginning and 512 levels are read, half a pair is not")
    func decisions() {
        for one in JSONCase.own where one.verdict == .open {
            let isRefused =
                one.name.contains("\\uD") || one.bytes.starts(with: repeatElement(UInt8(ascii: "["), count: 513))
            #expect(((try? read(one).get()) == nil) == isRefused, "\(one.name.prefix(40))")
        }
    }
}

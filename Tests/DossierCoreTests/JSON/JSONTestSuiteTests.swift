import TestSupport
import Testing

@testable import DossierModel

@Suite("JSONTestSuite", .enabled(if: SharedData.exists("json-parsing")))
struct JSONTestSuiteTests {
    static let names = SharedData.names(in: "json-parsing")

    private func read(_ name: String) -> Result<JSONValue, JSONError> {
        let bytes = SharedData.bytes(of: "json-parsing/\(name)")
        return Result { () throws(JSONError) in try JSONReader.read(bytes) }
    }

    private func skips(_ name: String) -> Bool {
        SharedData.bytes(of: "json-parsing/\(name)").withUnsafeBufferPointer { bytes in
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

    @Test("the whole suite is there")
    func isComplete() {
        #expect(Self.names.count == 318)
    }

    @Test(
        "a valid text is read, and what is written from it reads back the same",
        arguments: names.filter { $0.hasPrefix("y_") })
    func accepts(name: String) throws {
        let value = try read(name).get()
        #expect(try JSONReader.read(value.text) == value)
        #expect(skips(name))
    }

    @Test("an invalid text is refused with a place inside it", arguments: names.filter { $0.hasPrefix("n_") })
    func refuses(name: String) {
        let length = SharedData.bytes(of: "json-parsing/\(name)").count
        #expect(!skips(name))
        guard case .failure(let error) = read(name) else {
            Issue.record("\(name) was read")
            return
        }
        #expect(0...length ~= error.offset)
        #expect(error.line >= 1 && error.column >= 1)
        #expect(!error.problem.isEmpty)
    }

    @Test(
        "what the standard leaves open is read or refused alike by reader and scanner",
        arguments: names.filter { $0.hasPrefix("i_") })
    func survives(name: String) {
        if case .success = read(name) {
            #expect(skips(name))
        } else {
            #expect(!skips(name))
        }
    }
}

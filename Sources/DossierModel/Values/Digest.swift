import CNettle
import DossierTime

/// SHA-256 (FIPS 180-4), as 64 hexadecimal digits in lower case.
public struct Digest: Sendable {
    private var state = sha256_ctx()

    /// Begins with nothing.
    public init() { nettle_sha256_init(&state) }

    /// Adds bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        nettle_sha256_update(&state, bytes.count, base.assumingMemoryBound(to: UInt8.self))
    }

    /// The digest of all bytes; begins anew.
    public mutating func finish() -> String {
        String(unsafeUninitializedCapacity: Digest.textSize) { text in
            text.baseAddress.map { finish(at: $0) }
            return Digest.textSize
        }
    }

    /// Writes the digest of all bytes to memory that has room for its digits; begins anew.
    public mutating func finish(at text: UnsafeMutablePointer<UInt8>) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Digest.size) { digest in
            nettle_sha256_digest(&state, digest.count, digest.baseAddress)
            for (index, byte) in digest.enumerated() {
                text[index * 2] = Digest.digit(byte >> 4)
                text[index * 2 + 1] = Digest.digit(byte & 15)
            }
        }
    }

    /// Reads a digest.
    ///
    /// - Throws: where a text is none.
    public static func read(_ text: String) throws(ValueError) -> String {
        func isDigit(_ byte: UInt8) -> Bool {
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
        }
        if text.utf8.count == textSize, text.utf8.allSatisfy(isDigit) { return text }
        throw ValueError("'\(text)' is not a SHA-256", expectation: "64 hexadecimal digits in lower case")
    }

    /// How many bytes a digest has.
    private static let size = 32
    /// How many digits it is written with.
    public static let textSize = size * 2

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// The digest of bytes.
    public static func of(_ bytes: [UInt8]) -> String {
        bytes.withUnsafeBufferPointer { of($0) }
    }

    /// The digest of bytes in memory.
    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var digest = Digest()
        digest.update(UnsafeRawBufferPointer(bytes))
        return digest.finish()
    }

    /// The digest of the bytes of a file.
    public static func of(_ bytes: StateBytes) -> String { withExtendedLifetime(bytes) { of(bytes.buffer) } }

    /// The digest of a part of bytes.
    public static func of(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.withUnsafeBufferPointer { of($0) }
    }

    /// The digest of a text's UTF-8.
    public static func of(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            var digest = Digest()
            digest.update(UnsafeRawBufferPointer(bytes))
            return digest.finish()
        }
    }
}

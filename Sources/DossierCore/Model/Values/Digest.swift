import CNettle

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
        var digest = [UInt8](repeating: 0, count: 32)
        nettle_sha256_digest(&state, digest.count, &digest)
        let digits = Array("0123456789abcdef".utf8)
        let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// The digest of bytes.
    public static func of(_ bytes: [UInt8]) -> String {
        var digest = Digest()
        bytes.withUnsafeBytes { digest.update($0) }
        return digest.finish()
    }

    /// The digest of bytes in memory.
    static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var digest = Digest()
        digest.update(UnsafeRawBufferPointer(bytes))
        return digest.finish()
    }

    /// The digest of a part of bytes.
    static func of(_ bytes: ArraySlice<UInt8>) -> String {
        var digest = Digest()
        bytes.withUnsafeBytes { digest.update($0) }
        return digest.finish()
    }

    /// The digest of a text's UTF-8.
    public static func of(_ text: String) -> String { of(Array(text.utf8)) }
}

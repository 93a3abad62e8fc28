import CNettle

/// A UUID that is made from a name: version 5 (RFC 9562, section 5.5). The same name in the same namespace has the same UUID.
public struct NamedUUID: Sendable, Hashable, CustomStringConvertible {
    private let bytes: [UInt8]

    /// The namespace of names that are URIs (RFC 9562, section 6.6).
    public static let ofURIs = NamedUUID(bytes: [
        0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
    ])

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Makes the UUID of a name in a namespace.
    public init(_ name: String, in namespace: NamedUUID) {
        var state = sha1_ctx()
        nettle_sha1_init(&state)
        nettle_sha1_update(&state, namespace.bytes.count, namespace.bytes)
        let text = Array(name.utf8)
        nettle_sha1_update(&state, text.count, text)
        var digest = [UInt8](repeating: 0, count: 16)
        nettle_sha1_digest(&state, digest.count, &digest)
        digest[6] = digest[6] & 0x0F | 0x50
        digest[8] = digest[8] & 0x3F | 0x80
        bytes = digest
    }

    /// The UUID in groups of hexadecimal digits in lower case: `6ba7b811-9dad-11d1-80b4-00c04fd430c8`.
    public var description: String {
        var text = ""
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text += "-" }
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return text
    }
}

/// Writes ZIP archives (APPNOTE.TXT) of files that are not packed, and whatever is wrong with an archive on demand.
public struct StoredZIP {
    /// A file of an archive.
    public struct Entry: Sendable {
        /// Its path in the archive.
        public let path: String
        let bytes: [UInt8]
        /// How the bytes are packed: 0 not at all, 8 by DEFLATE.
        var method: UInt16 = 0
        /// The flags; 1 says that it is encrypted.
        var flags: UInt16 = 0
        /// How long it is said to be once unpacked; nil where it is as long as its bytes.
        var size: Int?

        /// A file that is not packed.
        public init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

        /// A file with everything that is said of it.
        public init(_ name: String, _ bytes: [UInt8], method: UInt16 = 0, flags: UInt16 = 0, size: Int? = nil) {
            path = name
            self.bytes = bytes
            self.method = method
            self.flags = flags
            self.size = size
        }
    }

    /// The bytes of an archive.
    public static func archive(_ entries: [Entry]) -> [UInt8] {
        var archive: [UInt8] = []
        var list: [UInt8] = []
        for entry in entries {
            let fields =
                little(entry.flags) + little(entry.method) + little(UInt16(0)) + little(UInt16(0x21))
                + little(checksum(of: entry.bytes)) + little(UInt32(entry.bytes.count))
                + little(UInt32(entry.size ?? entry.bytes.count)) + little(UInt16(entry.path.utf8.count))
                + little(UInt16(0))
            list += little(UInt32(0x0201_4B50)) + little(UInt16(20)) + little(UInt16(20)) + fields
            list += [UInt8](repeating: 0, count: 10) + little(UInt32(archive.count)) + Array(entry.path.utf8)
            archive += little(UInt32(0x0403_4B50)) + little(UInt16(20)) + fields + Array(entry.path.utf8) + entry.bytes
        }
        let count = UInt16(truncatingIfNeeded: entries.count)
        let end =
            little(UInt32(0x0605_4B50)) + [0, 0, 0, 0] + little(count) + little(count) + little(UInt32(list.count))
            + little(UInt32(archive.count)) + [0, 0]
        return archive + list + end
    }

    /// Zeros, packed by DEFLATE (RFC 1951) as tightly as it can: one zero, then copies of 258 bytes.
    public static func packedZeros(copies: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var (byte, count) = (UInt8(0), 0)
        func put(_ bits: String) {
            for bit in bits {
                if bit == "1" { byte |= 1 << UInt8(count) }
                count += 1
                if count == 8 {
                    bytes.append(byte)
                    (byte, count) = (0, 0)
                }
            }
        }
        // The last block, with the fixed codes; then the literal 0, copies of length 258 at distance 1, and the end.
        put("1" + "10" + "00110000")
        for _ in 0..<copies { put("11000101" + "00000") }
        put("0000000" + "0000000")
        return bytes
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<(Number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> Number($0 * 8)) }
    }

    /// CRC-32, as ZIP has it.
    private static func checksum(of bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}

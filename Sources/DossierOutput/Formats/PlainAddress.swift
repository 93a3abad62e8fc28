extension String {
    /// Whether it is an address that can stand in a file as it is: a scheme and what RFC 3986 allows behind it.
    var isPlainAddress: Bool { utf8.allSatisfy { $0 < 0x7F } && isInternationalAddress }

    /// Whether it is such an address, which may have letters of any script (RFC 3987).
    var isInternationalAddress: Bool {
        guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")), colon > utf8.startIndex else { return false }
        let isScheme = utf8[..<colon].allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
        return isScheme
            && unicodeScalars.allSatisfy { scalar in
                if scalar.isASCII { return scalar.value > 0x20 && !"\"<>\\^`{|}\u{7F}".unicodeScalars.contains(scalar) }
                return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            }
    }
}

import DossierTime

/// A point on the Earth (WGS 84): degrees north, then degrees east, as `43.1155,131.8855`.
public struct Coordinates: Sendable, Hashable, CustomStringConvertible {
    /// As it is written.
    public let text: String

    /// Reads two decimal numbers with a comma between them.
    ///
    /// - Throws: `ValueError` where one is no number or out of range (90 degrees north or south, 180 east or west).
    public init(_ text: String) throws(ValueError) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            part.drop(while: { $0 == " " })
        }
        guard parts.count == 2, let north = Coordinates.number(parts[0]), let east = Coordinates.number(parts[1]) else {
            throw ValueError(
                "'\(text)' is not a pair of coordinates", expectation: "degrees north and east, such as 43.12,131.89")
        }
        if abs(north) > 90 {
            let isSwapped = abs(east) <= 90 && abs(north) <= 180
            throw ValueError(
                "a latitude must be between -90 and 90", suggestion: isSwapped ? "\(parts[1]),\(parts[0])" : nil)
        }
        if abs(east) > 180 { throw ValueError("a longitude must be between -180 and 180") }
        self.text = "\(parts[0]),\(parts[1])"
    }

    /// As it is written.
    public var description: String { text }

    /// The degrees north, exactly as they are written.
    public var north: Decimal { Coordinates.exact(text.prefix { $0 != "," }) }

    /// The degrees east, exactly as they are written.
    public var east: Decimal { Coordinates.exact(text.drop { $0 != "," }.dropFirst()) }

    /// The number of a text that was read; digits may be missing on one side of its point.
    private static func exact(_ text: Substring) -> Decimal {
        let sign = text.hasPrefix("-") ? "-" : ""
        let parts = text.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
        let digits = parts.map { $0.isEmpty ? "0" : String($0) }.joined(separator: ".")
        return (try? Decimal(sign + digits)) ?? .zero
    }

    private static func number(_ text: Substring) -> Double? {
        guard !text.isEmpty, text.utf8.count <= 24,
            text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") })
        else { return nil }
        return Double(text)
    }
}

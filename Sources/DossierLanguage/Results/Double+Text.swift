import DossierModel
import DossierTime

extension Double {
    /// With so many digits after the point, 1 to 9: `0.09`, `1.410`; a dash where it is no number.
    public func text(decimals: Int) -> String {
        let power = Int(Decimal.powerOfTen(decimals))
        let scaled = (magnitude * Double(power)).rounded()
        guard scaled < 9e18 else { return "–" }
        let number = Int(scaled)
        let sign = self < 0 && number > 0 ? "-" : ""
        return "\(sign)\(number / power).\(Day.padded(number % power, to: decimals))"
    }

    /// The same for programs.
    public func json(decimals: Int) -> JSONValue {
        JSONNumber(text(decimals: decimals)).map { .number($0) } ?? .null
    }
}

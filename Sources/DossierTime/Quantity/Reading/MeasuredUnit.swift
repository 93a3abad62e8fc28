/// What is known of units: which are one, which measure, and which may stand at a number without a space.
public enum MeasuredUnit {
    /// The unit with `percent` and its other spellings as `%`, and the rest as it is written: `per cent of GDP` is `% of GDP`.
    static func named(_ unit: String) -> String {
        let words = unit.split(separator: " ")
        guard let first = words.first?.lowercased() else { return unit }
        let isTwoWords = first == "per" && words.dropFirst().first?.lowercased() == "cent"
        guard isTwoWords || ["%", "percent", "pct", "\u{FF05}", "\u{66A}"].contains(first) else { return unit }
        return (["%"] + words.dropFirst(isTwoWords ? 2 : 1)).joined(separator: " ")
    }

    /// Whether two names of units mean the same: in names of more than four letters, capitals and a last s do not count.
    static func isSame(_ left: String, _ right: String) -> Bool {
        left == right || plain(left) == plain(right)
    }

    /// The name by which units are compared.
    public static func plain(_ unit: String) -> String {
        let unit = named(unit)
        guard unit.count > 4 else { return unit }
        let lower = unit.lowercased()
        return lower.hasSuffix("s") ? String(lower.dropLast()) : lower
    }

    /// Whether the unit measures, so that its numbers need not be whole; one that is not known counts things.
    static func measures(_ unit: String) -> Bool {
        guard let first = unit.split(separator: " ").first.map(String.init) else { return false }
        if let sign = first.unicodeScalars.first,
            sign.properties.generalCategory == .currencySymbol || "%\u{2030}\u{B0}".unicodeScalars.contains(sign)
        {
            return true
        }
        if symbols.contains(first) || QuantityVocabulary.currencies.contains(first) { return true }
        let word = first.lowercased()
        return words.contains(word) || word.hasSuffix("s") && words.contains(String(word.dropLast()))
    }

    /// Symbols that may stand at a number without a space.
    static let symbols: Set<String> = [
        "nm", "mm", "cm", "km", "in", "ft", "yd", "mi", "nmi", "km2", "m2", "cm2", "m3", "cm3", "km\u{B2}", "m\u{B2}",
        "cm\u{B2}", "m\u{B3}", "cm\u{B3}", "ha", "kg", "mg", "\u{3BC}g", "\u{B5}g", "g", "t", "kt", "Mt", "Gt", "lb",
        "lbs",
        "oz", "l", "L", "ml", "mL", "cl", "hl", "ms", "min", "h", "hr", "hrs", "km/h", "kph", "mph", "m/s", "kn", "W",
        "kW",
        "MW", "GW", "TW", "Wh", "kWh", "MWh", "GWh", "TWh", "V", "kV", "mV", "A", "mA", "Ah", "mAh", "Hz", "kHz", "MHz",
        "GHz", "N", "kN", "J", "kJ", "MJ", "Pa", "hPa", "kPa", "MPa", "bar", "Bq", "Gy", "mGy", "Sv", "mSv",
        "\u{3BC}Sv", "\u{B5}Sv", "kB", "KB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "C", "F", "dB", "ppm", "ppb",
        "bpd", "mcm", "bcm", "pp", "bp", "pct",
    ]

    /// Names of measures, in the singular.
    private static let words: Set<String> = [
        "m", "s", "k", "metre", "meter", "kilometre", "kilometer", "centimetre", "centimeter", "millimetre",
        "millimeter",
        "mile", "yard", "foot", "feet", "inch", "inche", "knot", "hectare", "acre", "square", "cubic", "gram", "gramme",
        "kilogram", "kilo", "kilogramme", "ton", "tonne", "kiloton", "megaton", "pound", "ounce", "litre", "liter",
        "gallon", "barrel", "second", "minute", "hour", "day", "week", "month", "year", "decade", "century", "watt",
        "kilowatt", "megawatt", "gigawatt", "volt", "ampere", "hertz", "joule", "newton", "pascal", "becquerel",
        "sievert",
        "degree", "celsius", "fahrenheit", "kelvin", "percentage", "percent", "per", "point", "byte", "kilobyte",
        "megabyte", "gigabyte", "dollar", "euro", "yuan", "yen", "rouble", "ruble", "rupee", "hryvnia", "franc", "lira",
        "dinar", "rial", "riyal", "won", "crown", "peso", "shekel", "cent", "times",
    ]
}

extension When {
    /// Whether one time is listed before another: by earliest, then by latest, then by the text.
    ///
    /// A time whose earliest bound is open or unknown comes after all others, in this order. A strict weak order.
    public static func inOrder(_ left: When, _ right: When) -> Bool {
        if left.firstSecond != right.firstSecond { return left.firstSecond < right.firstSecond }
        if left.lastSecond != right.lastSecond { return left.lastSecond < right.lastSecond }
        return left.text < right.text
    }
}

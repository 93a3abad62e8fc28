extension String {
    /// The names between the `/` of a path, by bytes as the system sees them: a mark that follows a `/` joins it to one
    /// character, and still begins a name.
    package var pathNames: [String] {
        utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    }
}

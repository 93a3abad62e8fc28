/// The address of a page without what does not change the page: the scheme, `www.`, the fragment, a slash at the end, the usual
/// port, and the parameters by which readers are followed.
enum WebAddress {
    /// The key of an address; nil where it is none.
    static func key(of url: String) -> String? {
        var rest = Substring(url.trimmed)
        for scheme in ["https://", "http://", "//"] where rest.lowercased().hasPrefix(scheme) {
            rest = rest.dropFirst(scheme.count)
            break
        }
        if let fragment = rest.firstIndex(of: "#"), !rest[fragment...].hasPrefix("#!") { rest = rest[..<fragment] }
        let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let place = parts.first, !place.isEmpty else { return nil }
        let path = place.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        var host = path[0].lowercased()
        if host.hasPrefix("www.") { host.removeFirst("www.".count) }
        for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
        var key = host
        if path.count > 1 {
            var own = path[1]
            while own.hasSuffix("/") { own.removeLast() }
            if !own.isEmpty { key += "/" + own }
        }
        let parameters = (parts.count > 1 ? parts[1].split(separator: "&") : []).filter { !follows($0) }
        return parameters.isEmpty ? key : key + "?" + parameters.joined(separator: "&")
    }

    /// Whether a parameter says who sent the reader, and not what is read.
    private static func follows(_ parameter: Substring) -> Bool {
        let name = parameter.prefix { $0 != "=" }.lowercased()
        return name.hasPrefix("utm_")
            || ["fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "dclid", "msclkid"].contains(name)
    }
}

extension String {
    /// The text without white space at its ends.
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}

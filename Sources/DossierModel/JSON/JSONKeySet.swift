/// The keys an object has shown so far, to find one that comes again.
///
/// A few keys are compared one by one; a set is built only for objects so large that this would take quadratic time.
struct JSONKeySet {
    private static let fewKeys = 16
    private var keys: Set<[UInt8]> = []

    /// Notes a key; false where it stands already.
    ///
    /// - Parameter members: the members read so far, without the new one.
    mutating func insert(_ key: String, among members: [JSONMember]) -> Bool {
        guard members.count >= Self.fewKeys else {
            return !members.contains { $0.key.hasSameBytes(as: key) }
        }
        if keys.isEmpty { keys = Set(members.map { Array($0.key.utf8) }) }
        return keys.insert(Array(key.utf8)).inserted
    }
}

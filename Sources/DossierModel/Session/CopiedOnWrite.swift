/// A large value behind one reference: a copy costs as much as counting that, and the value is copied when one of two that
/// share it changes.
///
/// Sendable although a buffer is not: a value that is shared is only read, as is one of the standard library's arrays.
struct CopiedOnWrite<Content: Sendable>: @unchecked Sendable {
    private var buffer: ManagedBuffer<Content, Void>

    init(_ value: Content) { buffer = CopiedOnWrite.buffer(value) }

    /// The value, by its address: the buffer's own access is checked for exclusivity each time, which takes longer than most
    /// of what is done with the value, and is known here, since a buffer that changes has one owner.
    var value: Content {
        _read {
            yield address.pointee
            withExtendedLifetime(buffer) {}
        }
        _modify {
            if !isKnownUniquelyReferenced(&buffer) { buffer = CopiedOnWrite.buffer(address.pointee) }
            yield &address.pointee
            withExtendedLifetime(buffer) {}
        }
    }

    private var address: UnsafeMutablePointer<Content> { buffer.withUnsafeMutablePointerToHeader { $0 } }

    private static func buffer(_ value: Content) -> ManagedBuffer<Content, Void> {
        ManagedBuffer<Content, Void>.create(minimumCapacity: 0) { _ in value }
    }
}

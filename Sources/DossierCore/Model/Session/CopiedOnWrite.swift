/// A large value behind one reference: a copy costs as much as counting that, and the value is copied when one of two that
/// share it changes.
///
/// Sendable although a buffer is not: a value that is shared is only read, as is one of the standard library's arrays.
struct CopiedOnWrite<Content: Sendable>: @unchecked Sendable {
    private var buffer: ManagedBuffer<Content, Void>

    init(_ value: Content) { buffer = CopiedOnWrite.buffer(value) }

    var value: Content {
        _read { yield buffer.header }
        _modify {
            if !isKnownUniquelyReferenced(&buffer) { buffer = CopiedOnWrite.buffer(buffer.header) }
            yield &buffer.header
        }
    }

    private static func buffer(_ value: Content) -> ManagedBuffer<Content, Void> {
        ManagedBuffer<Content, Void>.create(minimumCapacity: 0) { _ in value }
    }
}

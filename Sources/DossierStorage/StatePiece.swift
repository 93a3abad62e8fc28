import DossierModel

/// Some bytes of a state that is written. They stay as they are as long as somebody holds the piece.
enum StatePiece: Sendable {
    /// Bytes that were made for it.
    case made(ArraySlice<UInt8>)
    /// Bytes of the state before, which come over as they stand.
    case saved(StateBytes, Range<Int>)

    /// How many bytes there are.
    var count: Int {
        switch self {
        case .made(let bytes): bytes.count
        case .saved(_, let range): range.count
        }
    }

    /// Looks at the bytes where they are.
    func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        switch self {
        case .made(let bytes):
            try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in try body(UnsafeRawBufferPointer(bytes)) }
        case .saved(let bytes, let range):
            try body(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes.buffer[range])))
        }
    }
}

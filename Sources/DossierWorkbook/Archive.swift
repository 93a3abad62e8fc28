import CMinizip

/// A ZIP archive in memory, read by minizip; its bytes must outlive it.
final class Archive {
    private let handle: unzFile
    private let memory: Memory
    private let limits: WorkbookLimits
    /// Where each file stands, by its name in small letters.
    private var places: [String: unz64_file_pos] = [:]
    /// How many bytes came out so far.
    private var inflated = 0

    /// The bytes, and where the library reads.
    private final class Memory {
        let bytes: UnsafeBufferPointer<UInt8>
        var position = 0

        init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        static func at(_ pointer: UnsafeMutableRawPointer?) -> Memory? {
            pointer.map { Unmanaged<Memory>.fromOpaque($0).takeUnretainedValue() }
        }
    }

    /// Opens an archive and reads its list of files.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: WorkbookLimits) throws(WorkbookFault) {
        let memory = Memory(bytes)
        var functions = Archive.functions(Unmanaged.passUnretained(memory).toOpaque())
        guard let handle = unzOpen2_64(nil, &functions) else {
            throw WorkbookFault("the workbook is cut off or damaged: it has no list of its files")
        }
        self.handle = handle
        self.memory = memory
        self.limits = limits
        try readPlaces()
    }

    deinit { unzClose(handle) }

    func contains(_ name: String) -> Bool { places[name.lowercased()] != nil }

    /// The bytes of a file.
    func bytes(of name: String) throws(WorkbookFault) -> [UInt8] {
        guard var place = places[name.lowercased()] else { throw WorkbookFault("the workbook has no part '\(name)'") }
        var info = unz_file_info64()
        guard unzGoToFilePos64(handle, &place) == UNZ_OK,
            unzGetCurrentFileInfo64(handle, &info, nil, 0, nil, 0, nil, 0) == UNZ_OK
        else { throw .damaged(name) }
        if info.flag & 1 != 0 { throw .encrypted }
        guard unzOpenCurrentFile(handle) == UNZ_OK else { throw .damaged(name) }
        var result: [UInt8] = []
        var fault: WorkbookFault?
        let step = 1 << 16
        var buffer = [UInt8](repeating: 0, count: step)
        while true {
            let count = unzReadCurrentFile(handle, &buffer, UInt32(step))
            if count == 0 { break }
            if count < 0 { fault = .damaged(name) }
            result += buffer[..<max(0, Int(count))]
            inflated += max(0, Int(count))
            if inflated > limits.bytes { fault = .tooLarge(limits.bytes) }
            if result.count > limits.ratioFloor, result.count / limits.ratio > info.compressed_size {
                fault = WorkbookFault(
                    "the part '\(name)' is more than \(limits.ratio) times as long as its packed form",
                    notes: ["a sheet of data is not packed so tightly"])
            }
            if fault != nil { break }
        }
        let closed = unzCloseCurrentFile(handle)
        if let fault { throw fault }
        // The library compares the checksum when all was read.
        if closed != UNZ_OK || UInt64(result.count) != info.uncompressed_size { throw .damaged(name) }
        return result
    }

    private func readPlaces() throws(WorkbookFault) {
        var info = unz_global_info64()
        guard unzGetGlobalInfo64(handle, &info) == UNZ_OK else { throw .damagedList }
        if info.number_entry > UInt64(limits.entries) {
            throw WorkbookFault("the workbook has more than \(limits.entries) parts")
        }
        var state = unzGoToFirstFile(handle)
        while state == UNZ_OK {
            var file = unz_file_info64()
            var place = unz64_file_pos()
            var name = [CChar](repeating: 0, count: 1024)
            guard unzGetCurrentFileInfo64(handle, &file, &name, UInt(name.count - 1), nil, 0, nil, 0) == UNZ_OK,
                unzGetFilePos64(handle, &place) == UNZ_OK
            else { throw .damagedList }
            let text = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if places.updateValue(place, forKey: text.lowercased()) != nil {
                throw WorkbookFault("the workbook has two parts named '\(text)'")
            }
            if places.count > limits.entries {
                throw WorkbookFault("the workbook has more than \(limits.entries) parts")
            }
            state = unzGoToNextFile(handle)
        }
        if state != UNZ_END_OF_LIST_OF_FILE || UInt64(places.count) != info.number_entry { throw .damagedList }
    }

    /// How the library reads memory as if it were a file.
    private static func functions(_ opaque: UnsafeMutableRawPointer) -> zlib_filefunc64_def {
        var functions = zlib_filefunc64_def()
        functions.opaque = opaque
        functions.zopen64_file = { opaque, _, _ in opaque }
        functions.zread_file = { _, stream, buffer, size in
            guard let memory = Memory.at(stream), let buffer else { return 0 }
            let count = min(Int(clamping: size), memory.bytes.count - memory.position)
            if count > 0, let base = memory.bytes.baseAddress {
                buffer.copyMemory(from: base + memory.position, byteCount: count)
                memory.position += count
            }
            return UInt(max(0, count))
        }
        functions.zwrite_file = { _, _, _, _ in 0 }
        functions.ztell64_file = { _, stream in UInt64(Memory.at(stream)?.position ?? 0) }
        functions.zseek64_file = { _, stream, offset, origin in
            guard let memory = Memory.at(stream) else { return -1 }
            let base: Int
            switch origin {
            case ZLIB_FILEFUNC_SEEK_CUR: base = memory.position
            case ZLIB_FILEFUNC_SEEK_END: base = memory.bytes.count
            default: base = 0
            }
            let (place, isTooFar) = base.addingReportingOverflow(Int(truncatingIfNeeded: offset))
            guard !isTooFar, 0...memory.bytes.count ~= place else { return -1 }
            memory.position = place
            return 0
        }
        functions.zclose_file = { _, _ in 0 }
        functions.zerror_file = { _, _ in 0 }
        return functions
    }
}

extension WorkbookFault {
    static let encrypted = WorkbookFault(
        "the workbook is encrypted", notes: ["save it without a password, then import that"])

    fileprivate static let damagedList = WorkbookFault("the workbook is damaged: the list of its parts cannot be read")

    fileprivate static func damaged(_ name: String) -> WorkbookFault {
        WorkbookFault("the workbook is damaged: its part '\(name)' cannot be unpacked")
    }

    fileprivate static func tooLarge(_ limit: Int) -> WorkbookFault {
        WorkbookFault(
            "the workbook is larger than \(limit >> 20) MiB when unpacked",
            notes: ["save the sheet as CSV, then import that"])
    }
}

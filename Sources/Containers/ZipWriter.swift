import CArchive

/// A zip archive in the making, by libarchive: one member after the other, handed on as they are packed.
@safe package final class ZipWriter {
    private let handle: OpaquePointer
    private let outflow: Outflow
    private let modifiedAt: Int64

    /// Begins an archive.
    ///
    /// - Parameters:
    ///   - modifiedAt: The time that all members bear, in seconds since 1970.
    ///   - write: Takes the next packed bytes.
    package init(modifiedAt: Int64, to write: @escaping ([UInt8]) throws -> Void) throws {
        guard carchive_is_there() == 1 else { throw ContainerError.noLibrary }
        guard let opened = unsafe carchive_write_new() else {
            fatalError("libarchive has no memory to begin with")
        }
        unsafe handle = opened
        self.modifiedAt = modifiedAt
        outflow = Outflow(write)
        try check(unsafe carchive_write_set_format_zip(handle))
        // No padding of the last block: an archive ends where its table of contents does.
        try check(unsafe carchive_write_set_bytes_in_last_block(handle, 1))
        let context = unsafe Unmanaged.passUnretained(outflow).toOpaque()
        try check(unsafe carchive_write_open(handle, context, nil, archiveWrite, nil))
    }

    deinit { unsafe carchive_write_free(handle) }

    /// Adds a file, which only its owner may read once it is unpacked.
    ///
    /// - Parameters:
    ///   - name: Its name with its folders, in ASCII.
    ///   - bytes: Its content.
    package func add(_ name: String, _ bytes: [UInt8]) throws {
        guard let entry = unsafe carchive_entry_new() else { throw ContainerError.unwritable }
        defer { unsafe carchive_entry_free(entry) }
        unsafe carchive_entry_set_pathname(entry, name)
        unsafe carchive_entry_set_filetype(entry, 0o100000)
        unsafe carchive_entry_set_perm(entry, 0o600)
        unsafe carchive_entry_set_size(entry, Int64(bytes.count))
        unsafe carchive_entry_set_mtime(entry, Int(clamping: modifiedAt), 0)
        try check(unsafe carchive_write_header(handle, entry))
        let written = unsafe bytes.withUnsafeBytes { room in
            unsafe room.isEmpty ? 0 : carchive_write_data(handle, room.baseAddress, room.count)
        }
        guard written == bytes.count else { throw outflow.failure ?? ContainerError.unwritable }
        try check(unsafe carchive_write_finish_entry(handle))
    }

    /// Ends the archive; without this it has no table of contents.
    package func finish() throws { try check(unsafe carchive_write_close(handle)) }

    private func check(_ code: Int32) throws {
        if let failure = outflow.failure { throw failure }
        guard code == ARCHIVE_OK || code == ARCHIVE_WARN else { throw ContainerError.unwritable }
    }
}

/// Where packed bytes go, and what went wrong there.
private final class Outflow {
    private let write: ([UInt8]) throws -> Void
    /// To be thrown when libarchive has come back.
    private(set) var failure: (any Error)?

    init(_ write: @escaping ([UInt8]) throws -> Void) { self.write = write }

    func take(_ bytes: [UInt8]) -> Bool {
        guard failure == nil else { return false }
        do {
            try write(bytes)
            return true
        } catch {
            failure = error
            return false
        }
    }
}

/// Takes bytes from libarchive.
private func archiveWrite(
    _: OpaquePointer?, _ context: UnsafeMutableRawPointer?, _ bytes: UnsafeRawPointer?, _ count: Int
) -> Int {
    guard let context = unsafe context, let bytes = unsafe bytes else { return Int(ARCHIVE_FATAL) }
    let outflow = unsafe Unmanaged<Outflow>.fromOpaque(context).takeUnretainedValue()
    let piece = unsafe [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
    return outflow.take(piece) ? count : Int(ARCHIVE_FATAL)
}

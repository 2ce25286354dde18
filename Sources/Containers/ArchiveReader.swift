import CArchive
import Glibc

/// One reading of a zip archive by libarchive, entry after entry, by its table of contents.
///
/// Only the reader that trusts the table of contents is switched on: the one that reads along the stream can be
/// shown other members than an unpacking program sees.
@safe final class ArchiveReader {
    private let handle: OpaquePointer
    private let source: ArchiveSource
    private let limits: ContainerLimits
    private var entryCount = 0

    /// Opens an archive.
    ///
    /// - Throws: `damaged` if it is none; what the input throws.
    init(_ input: PositionedInput, limits: ContainerLimits) throws {
        guard carchive_is_there() == 1 else { throw ContainerError.noLibrary }
        guard let opened = unsafe carchive_read_new() else {
            fatalError("libarchive has no memory to begin with")
        }
        unsafe handle = opened
        self.limits = limits
        source = ArchiveSource(input, budget: limits.contentsBytes)
        unsafe carchive_read_support_format_zip_seekable(handle)
        unsafe carchive_read_set_read_callback(handle, archiveRead)
        unsafe carchive_read_set_seek_callback(handle, archiveSeek)
        unsafe carchive_read_set_callback_data(handle, Unmanaged.passUnretained(source).toOpaque())
        try check(unsafe carchive_read_open1(handle))
    }

    deinit { unsafe carchive_read_free(handle) }

    /// How many packed bytes were taken since the last entry began.
    var packedBytes: UInt64 { source.bytesRead }

    /// Goes to the next entry; nil behind the last one.
    func nextMember() throws -> ZipMember? {
        // Names come through the encoding of the locale, and a program begins in one that knows only ASCII.
        let locale = unsafe uselocale(Self.utf8)
        defer { unsafe uselocale(locale) }
        var entry: OpaquePointer?
        let code = unsafe carchive_read_next_header(handle, &entry)
        if code == ARCHIVE_EOF { return nil }
        if source.failure == nil, unsafe carchive_read_has_encrypted_entries(handle) > 0,
            code <= ARCHIVE_FAILED
        {
            throw ContainerError.encrypted("archive")
        }
        try check(code)
        guard let entry = unsafe entry else { throw ContainerError.damaged("archive") }
        guard entryCount < limits.members else {
            throw ContainerError.tooLarge("This archive has more than \(limits.members) members.")
        }
        defer { entryCount += 1 }
        source.beginEntry()
        let name =
            if let pointer = unsafe carchive_entry_pathname(entry) { unsafe String(cString: pointer) } else {
                ""
            }
        let type = unsafe carchive_entry_filetype(entry) & 0o170000
        let kind: ZipMember.Kind = type == 0o120000 ? .link : type == 0o040000 ? .folder : .file
        return ZipMember(
            // Old Windows tools set folders apart as Windows does.
            name: String(name.map { $0 == "\\" ? "/" : $0 }), index: entryCount,
            kind: kind == .file && name.hasSuffix("/") ? .folder : kind,
            isEncrypted: unsafe carchive_entry_is_data_encrypted(entry) != 0)
    }

    /// The next bytes of the entry; none at its end, where its checksum was found right.
    func read(atMost count: Int) throws -> [UInt8] {
        var code = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { room, filled in
            code = unsafe carchive_read_data(handle, room.baseAddress, count)
            filled = max(0, code)
        }
        if code < 0 { try check(Int32(clamping: code), isData: true) }
        return bytes
    }

    /// Turns an answer into an error; a mere warning about an entry's header passes.
    private func check(_ code: Int32, isData: Bool = false) throws {
        if let failure = source.failure { throw failure }
        if code == ARCHIVE_OK || (!isData && code == ARCHIVE_WARN) { return }
        throw ContainerError.damaged("archive")
    }

    // Made once and never changed; a missing locale (nil) leaves things as they are.
    private nonisolated(unsafe) static let utf8 = unsafe carchive_utf8_locale()
}

/// Hands bytes to libarchive.
private func archiveRead(
    _: OpaquePointer?, _ context: UnsafeMutableRawPointer?,
    _ bytes: UnsafeMutablePointer<UnsafeRawPointer?>?
) -> Int {
    guard let context = unsafe context, let bytes = unsafe bytes else { return Int(ARCHIVE_FATAL) }
    let source = unsafe Unmanaged<ArchiveSource>.fromOpaque(context).takeUnretainedValue()
    guard let count = source.fill() else { return Int(ARCHIVE_FATAL) }
    unsafe bytes.pointee = UnsafeRawPointer(source.buffer)
    return count
}

/// Moves libarchive's place.
private func archiveSeek(
    _: OpaquePointer?, _ context: UnsafeMutableRawPointer?, _ offset: Int64, _ whence: Int32
) -> Int64 {
    guard let context = unsafe context else { return Int64(ARCHIVE_FATAL) }
    let source = unsafe Unmanaged<ArchiveSource>.fromOpaque(context).takeUnretainedValue()
    return source.seek(by: offset, whence: whence) ?? Int64(ARCHIVE_FATAL)
}

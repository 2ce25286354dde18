import CSQLite

extension Connection {
    /// The bytes of the file from a place on, as they lie there; fewer than asked for at its end.
    ///
    /// They are read by the connection's own descriptor. Who opens the file beside a connection and closes it again drops
    /// all locks that this process has on it (fcntl(2)): then another process may take itself for the only one. What
    /// still lies in the write-ahead log is not among them.
    package func bytes(from offset: Int64, count: Int) throws(DatabaseError) -> [UInt8] {
        guard offset >= 0 else { return [] }
        var size: Int64 = 0
        let code = unsafe csqlite_file_size(handle, &size)
        guard code == SQLITE_OK else { throw error(code, "reading the file") }
        let wanted = Int32(clamping: min(Int64(count), size - offset))
        guard wanted > 0 else { return [] }
        var result = SQLITE_OK
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(wanted)) { buffer, filled in
            result = unsafe csqlite_file_read(handle, buffer.baseAddress, wanted, offset)
            filled = result == SQLITE_OK ? Int(wanted) : 0
        }
        guard result == SQLITE_OK else { throw error(result, "reading the file") }
        return bytes
    }
}

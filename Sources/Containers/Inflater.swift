import CZlib

/// One stream of zlib that unpacks gzip and checks its checksums.
@safe final class Inflater {
    /// What an unpacking step ended in.
    enum Outcome {
        /// Bytes came out, or more are needed to go on.
        case goesOn
        /// A member of the stream ended, and its checksum holds.
        case memberEnded
        /// The bytes are no gzip, or contradict their checksum.
        case damaged
    }

    /// zlib keeps the address, so that the stream must not move.
    private let stream: UnsafeMutablePointer<z_stream>

    init() {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let code = unsafe czlib_start_gzip(stream)
        guard code == Z_OK else { fatalError("zlib has no memory to begin with") }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Begins anew, at the first byte of a member.
    func restart() { _ = unsafe inflateReset(stream) }

    /// Unpacks bytes from an offset on, which moves behind what was used.
    func inflate(
        _ input: [UInt8], from offset: inout Int, into output: inout [UInt8], capacity: Int
    ) -> Outcome {
        var code = Z_OK
        let start = offset
        output = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { room, filled in
            unsafe input.withUnsafeBufferPointer { bytes in
                let rest = unsafe UnsafeMutableBufferPointer(mutating: bytes[start...].rebased)
                unsafe stream.pointee.next_in = rest.baseAddress
                unsafe stream.pointee.avail_in = UInt32(clamping: rest.count)
                unsafe stream.pointee.next_out = room.baseAddress
                unsafe stream.pointee.avail_out = UInt32(clamping: capacity)
                code = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
                offset = start + rest.count - Int(unsafe stream.pointee.avail_in)
                filled = unsafe capacity - Int(stream.pointee.avail_out)
                unsafe stream.pointee.next_in = nil
                unsafe stream.pointee.next_out = nil
            }
        }
        return switch code {
        case Z_OK, Z_BUF_ERROR: .goesOn
        case Z_STREAM_END: .memberEnded
        default: .damaged
        }
    }
}

extension Slice where Base == UnsafeBufferPointer<UInt8> {
    fileprivate var rebased: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(rebasing: self) }
}

/// Digests whose first byte says what kind of thing is hashed, so that one kind can never pass for another.
extension SHA256 {
    /// Digests `tag || bytes`, after any bytes that were added before and not finalized.
    package mutating func digest(tag: UInt8, _ bytes: [UInt8]) -> Digest { digest(tag: tag, bytes.span) }

    /// Digests `tag || bytes`, after any bytes that were added before and not finalized.
    ///
    /// What is short goes in one piece from the stack, for each piece costs a call of libcrypto.
    package mutating func digest(tag: UInt8, _ bytes: Span<UInt8>) -> Digest {
        let short = 256
        unsafe withUnsafeTemporaryAllocation(byteCount: short, alignment: 1) { message in
            guard let start = message.baseAddress else { fatalError("the stack has no address") }
            unsafe start.storeBytes(of: tag, as: UInt8.self)
            guard bytes.count < short else {
                unsafe update(UnsafeRawBufferPointer(start: start, count: 1))
                update(bytes)
                return
            }
            unsafe bytes.withUnsafeBytes { source in
                guard let first = source.baseAddress else { return }
                unsafe (start + 1).copyMemory(from: first, byteCount: source.count)
            }
            unsafe update(UnsafeRawBufferPointer(start: start, count: 1 + bytes.count))
        }
        return finalize()
    }

    /// Digests `tag || first || second`, in one piece on the stack: the inner loop of a tree.
    package mutating func digest(tag: UInt8, _ first: Digest, _ second: Digest) -> Digest {
        unsafe withUnsafeTemporaryAllocation(byteCount: 1 + 2 * Digest.byteCount, alignment: 1) { message in
            guard let start = message.baseAddress else { fatalError("the stack has no address") }
            unsafe start.storeBytes(of: tag, as: UInt8.self)
            unsafe first.store(to: start + 1)
            unsafe second.store(to: start + 1 + Digest.byteCount)
            unsafe update(UnsafeRawBufferPointer(message))
        }
        return finalize()
    }
}

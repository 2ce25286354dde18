extension SecretKey {
    /// Whether the key stands at a place of some bytes: as it is, or as hexadecimal digits of lower case.
    ///
    /// It is compared where it lies, and no copy is made.
    package func stands(in bytes: Span<UInt8>, at place: Int) -> Bool {
        guard place >= 0, bytes.count - place >= SecretKey.byteCount else { return false }
        return withBytes { key in
            if key.indices.allSatisfy({ bytes[place + $0] == key[$0] }) { return true }
            guard bytes.count - place >= 2 * SecretKey.byteCount else { return false }
            return key.indices.allSatisfy { index in
                bytes[place + 2 * index] == Hex.digit(key[index] >> 4)
                    && bytes[place + 2 * index + 1] == Hex.digit(key[index] & 0x0F)
            }
        }
    }

    /// The bytes with which it may begin somewhere: its own first, and the digit of that.
    package var beginnings: [UInt8] {
        withBytes { key in [key[0], Hex.digit(key[0] >> 4)] }
    }
}

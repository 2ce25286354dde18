/// An address that was read out of the bytes of a cell, in its normal form behind others in a buffer.
///
/// Its local part is ASCII, and its domain always is.
package struct PlainAddress: Hashable, Sendable {
    /// How many bytes its normal form has.
    package let length: Int
    /// How many bytes stand before the `@`.
    package let localLength: Int
    /// How many bytes stand before the `+` of its tag, or before the `@`; never none.
    package let untaggedLength: Int
    /// Whom the mailbox is for, as far as its name tells.
    package let mailbox: Mailbox
    /// What was read as something else than it stood there.
    package let repair: AddressRepair?

    /// Whether `EmailAddress/withoutTag` is another address.
    package var hasTag: Bool { untaggedLength < localLength }

    /// Appends the address without its `+tag`: `EmailAddress/withoutTag`.
    ///
    /// - Parameter normalized: the bytes of its normal form.
    package func appendWithoutTag(of normalized: Span<UInt8>, to output: inout [UInt8]) {
        guard normalized.count == length else { return }
        output.append(addingCapacity: length) { output in
            for index in 0..<untaggedLength { output.append(normalized[index]) }
            for index in localLength..<length { output.append(normalized[index]) }
        }
    }

    /// Appends the mailbox at a provider where dots do not count: `EmailAddress/dotlessMailbox`.
    ///
    /// - Parameter normalized: the bytes of its normal form.
    /// - Returns: whether there is one; nothing is appended where dots count.
    package func appendDotlessMailbox(of normalized: Span<UInt8>, to output: inout [UInt8]) -> Bool {
        guard normalized.count == length, isDotless(normalized) else { return false }
        output.append(addingCapacity: length) { output in
            for index in 0..<untaggedLength where normalized[index] != UInt8(ascii: ".") {
                output.append(normalized[index])
            }
            for byte in Self.dotlessEnd.indices { output.append(Self.dotlessEnd[byte]) }
        }
        return true
    }

    private func isDotless(_ normalized: Span<UInt8>) -> Bool {
        func ends<let count: Int>(in end: InlineArray<count, UInt8>) -> Bool {
            guard length - localLength == count else { return false }
            for index in end.indices where normalized[localLength + index] != end[index] { return false }
            return true
        }
        return ends(in: Self.dotlessEnd) || ends(in: Self.otherDotlessEnd)
    }

    /// The bytes of `@gmail.com`.
    private static let dotlessEnd: InlineArray<10, UInt8> = [
        0x40, 0x67, 0x6D, 0x61, 0x69, 0x6C, 0x2E, 0x63, 0x6F, 0x6D,
    ]
    /// The bytes of `@googlemail.com`.
    private static let otherDotlessEnd: InlineArray<15, UInt8> = [
        0x40, 0x67, 0x6F, 0x6F, 0x67, 0x6C, 0x65, 0x6D, 0x61, 0x69, 0x6C, 0x2E, 0x63, 0x6F, 0x6D,
    ]
}

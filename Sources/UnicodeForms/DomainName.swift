import _FoundationICU

/// A domain name in the form that is compared and in the form that people read (UTS #46, non-transitional).
///
/// ICU does the work, the one that the toolchain's Foundation brings, with every check of UTS #46 on: hyphens, joiners,
/// directions, the ASCII rules of STD 3, and the lengths of DNS. An A-label is decoded and must encode to itself again.
/// The tables change with every version of Unicode, and nobody should keep such a table by hand.
package struct DomainName: Hashable, Sendable {
    /// The name as A-labels in lower case.
    package let ascii: String
    /// The name as U-labels, which is the same for a name of ASCII letters.
    package let unicode: String

    /// No name is longer in any form: 253 octets of A-labels, each of which stands for one scalar at most.
    private static let capacity = 1024

    /// Reads a name, or nil if it is none.
    ///
    /// A trailing dot is no part of a name that stands in an address (RFC 5321 section 2.3.5).
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= Self.capacity else { return nil }
        if let isName = Self.isPlainName(text) {
            guard isName else { return nil }
            ascii = text.lowercased()
            unicode = ascii
            return
        }
        guard let ascii = Self.converted(text, toASCII: true), !ascii.isEmpty, ascii.last != ".",
            let unicode = Self.converted(ascii, toASCII: false)
        else { return nil }
        self.ascii = ascii
        self.unicode = unicode
    }

    /// Whether a name of nothing but ASCII is one by RFC 1123 section 2.1, or nil if it takes UTS #46 to tell.
    ///
    /// Labels with hyphens in their third and fourth place pass, for there are hosts that are called so; those that
    /// say to be A-labels are left to UTS #46.
    private static func isPlainName(_ text: String) -> Bool? {
        let bytes = text.utf8.span
        guard bytes.indices.allSatisfy({ bytes[$0] < 0x80 }) else { return nil }
        guard bytes.count <= 253 else { return false }
        let (dot, hyphen) = (UInt8(ascii: "."), UInt8(ascii: "-"))
        var isName = true
        // Of the label so far: how long it is, how much of it says that it is an A-label, and its last byte.
        var (length, marks, last) = (0, 0, hyphen)
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == dot {
                isName = isName && (1...63).contains(length) && last != hyphen
                (length, marks, last) = (0, 0, hyphen)
                continue
            }
            if marks == length, marks < 4, byte | 0x20 == Self.beginningOfALabels[marks] {
                marks += 1
                if marks == 4 { return nil }
            }
            isName = isName && isLabel(byte, isFirst: length == 0)
            length += 1
            last = byte
        }
        return isName && (1...63).contains(length) && last != hyphen
    }

    private static let beginningOfALabels: InlineArray<4, UInt8> = [0x78, 0x6E, 0x2D, 0x2D]

    private static func isLabel(_ byte: UInt8, isFirst: Bool) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") && !isFirst
    }

    /// What ICU makes of a name, or nil if it finds the least fault with it.
    private static func converted(_ text: String, toASCII: Bool) -> String? {
        let options =
            UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII
            | UIDNA_NONTRANSITIONAL_TO_UNICODE
        var status = U_ZERO_ERROR
        guard let converter = unsafe swift_uidna_openUTS46(UInt32(options), &status) else { return nil }
        defer { unsafe swift_uidna_close(converter) }
        var info = UIDNAInfo()
        info.size = Int16(MemoryLayout<UIDNAInfo>.size)
        let convert = unsafe toASCII ? swift_uidna_nameToASCII_UTF8 : swift_uidna_nameToUnicodeUTF8
        var text = text
        let result = text.withUTF8 { name in
            unsafe String(unsafeUninitializedCapacity: capacity) { room in
                unsafe name.withMemoryRebound(to: CChar.self) { name in
                    unsafe room.withMemoryRebound(to: CChar.self) { room in
                        let count = unsafe convert(
                            converter, name.baseAddress, Int32(clamping: name.count), room.baseAddress,
                            Int32(clamping: room.count), &info, &status)
                        return status == U_ZERO_ERROR ? min(max(0, Int(count)), room.count) : 0
                    }
                }
            }
        }
        return status == U_ZERO_ERROR && info.errors == 0 ? result : nil
    }
}

/// The names of shared mailboxes and of machines, to be asked for with bytes.
///
/// A name of up to sixteen bytes is two numbers; it stands in the table on the place that they lead to, or behind it.
struct MailboxNames: Sendable {
    private struct Name: Sendable {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var mailbox = Mailbox.personal
    }

    private var table = Array(repeating: Name(), count: 1 << Self.bits)
    /// No name is longer.
    private var longest = 0

    private static let bits = 9

    /// A table of the names that `Mailbox` knows.
    init() {
        for name in Mailbox.roleNames { insert(name, .role) }
        for name in Mailbox.systemNames { insert(name, .system) }
    }

    /// Whom a mailbox of this name is for: the local part without its tag, in lower case.
    func mailbox(named name: Span<UInt8>) -> Mailbox {
        guard name.count <= longest, name.count > 1 else { return .personal }
        var (low, high): (UInt64, UInt64) = (0, 0)
        for index in name.indices { Self.push(name[index], into: &low, &high) }
        var place = Self.place(low, high)
        while table[place].low != 0 {
            if table[place].low == low, table[place].high == high { return table[place].mailbox }
            place = (place + 1) & (table.count - 1)
        }
        return .personal
    }

    private mutating func insert(_ name: String, _ mailbox: Mailbox) {
        var (low, high): (UInt64, UInt64) = (0, 0)
        for byte in name.utf8 { Self.push(byte, into: &low, &high) }
        var place = Self.place(low, high)
        while table[place].low != 0 { place = (place + 1) & (table.count - 1) }
        table[place] = Name(low: low, high: high, mailbox: mailbox)
        longest = max(longest, name.utf8.count)
    }

    @inline(__always)
    private static func push(_ byte: UInt8, into low: inout UInt64, _ high: inout UInt64) {
        high = high << 8 | low >> 56
        low = low << 8 | UInt64(byte)
    }

    private static func place(_ low: UInt64, _ high: UInt64) -> Int {
        let mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD1B5_4A32_D192_ED03
        return Int(truncatingIfNeeded: mixed >> UInt64(64 - bits))
    }
}

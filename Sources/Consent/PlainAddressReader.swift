/// Reads the address of a cell out of its bytes, without making texts of them.
///
/// It reads what lists are made of: letters, digits and the signs `.` `_` `-` `+`, blanks around them, a dot behind them,
/// and domains beyond ASCII; everything else is left to `AddressCell`, which would say the same of what is read here.
/// A value is for one thread at a time, and remembers domains in bounded memory.
package struct PlainAddressReader: Sendable {
    /// Each byte in lower case where it may stand in a plain address, else 0.
    private let letters: [UInt8]
    private let names = MailboxNames()
    private var domains = DomainMemory()

    /// Longer cells are left alone.
    private static let longestCell = 1024

    /// Makes a reader that has met no domain yet.
    package init() {
        letters = (0...UInt8.max).map { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"),
                UInt8(ascii: "@"):
                byte
            default: 0
            }
        }
    }

    /// Reads a cell, whose bytes have to be UTF-8, and appends the normal form of its address to `output`.
    ///
    /// Nothing is appended where no address is read.
    package mutating func read(_ cell: Span<UInt8>, into output: inout [UInt8]) -> PlainReading {
        guard cell.count <= Self.longestCell else { return .notPlain }
        var (start, end) = (0, cell.count)
        while start < end, ASCIIText.isBlank(cell[start]) { start += 1 }
        while start < end, ASCIIText.isBlank(cell[end - 1]) { end -= 1 }
        guard start < end else { return .malformed(.empty) }
        let before = output.count
        var draft = PlainAddressDraft()
        let text = cell.extracting(start..<end)
        output.append(addingCapacity: text.count) { draft.read(text, letters: letters.span, into: &$0) }
        let reading = finish(draft, of: text, from: before, in: &output)
        guard case .address = reading else {
            output.removeLast(output.count - before)
            return reading
        }
        return reading
    }

    /// Says what a draft is, once all of its bytes have been seen.
    @inline(__always)
    private mutating func finish(
        _ draft: PlainAddressDraft, of text: Span<UInt8>, from start: Int, in output: inout [UInt8]
    ) -> PlainReading {
        if draft.isStrange { return .notPlain }
        if draft.takesMemory {
            guard let atSign = draft.atSign, draft.localFlaw == nil else { return .notPlain }
            let domain = domains.normalForm(of: text.extracting(droppingFirst: atSign + 1))
            guard !domain.isEmpty else { return .notPlain }
            output.removeLast(output.count - start - atSign - 1)
            output.append(contentsOf: domain)
        } else if let flaw = draft.flaw {
            return .malformed(flaw)
        }
        let length = output.count - start
        guard length <= 254, let atSign = draft.atSign else { return .malformed(.tooLong) }
        let nameLength = draft.plus ?? atSign
        let name = output.span.extracting(start..<start + nameLength)
        return .address(
            PlainAddress(
                length: length, localLength: atSign, untaggedLength: nameLength > 0 ? nameLength : atSign,
                mailbox: names.mailbox(named: name),
                repair: draft.hasTrailingDot && !draft.takesMemory ? .trailingDot : nil))
    }
}

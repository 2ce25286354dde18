/// Domains beyond plain ASCII and what they are in their normal form, as far as they were met of late.
///
/// It holds a fixed number, each on the place that its bytes lead to, and a new one takes the place of the old.
struct DomainMemory: Sendable {
    private struct Entry: Sendable {
        var domain: [UInt8] = []
        /// The domain as A-labels; empty where `AddressCell` has to tell.
        var normal: [UInt8] = []
    }

    private var entries: [Entry]

    private static let size = 256
    /// No longer text is kept.
    private static let longest = 255

    init() { entries = Array(repeating: Entry(), count: Self.size) }

    /// The normal form of a domain, or an empty one where it takes more than its bytes to tell.
    mutating func normalForm(of domain: Span<UInt8>) -> [UInt8] {
        guard !domain.isEmpty, domain.count <= Self.longest else { return [] }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in domain.indices { hash = (hash ^ UInt64(domain[index])) &* 0x100_0000_01B3 }
        let place = Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(Self.size - 1))
        if !Self.isSame(entries[place].domain, domain) {
            let bytes = Array(copying: domain)
            entries[place] = Entry(domain: bytes, normal: Self.normalForm(of: bytes))
        }
        return entries[place].normal
    }

    private static func isSame(_ bytes: [UInt8], _ other: Span<UInt8>) -> Bool {
        guard bytes.count == other.count else { return false }
        for index in other.indices where bytes[index] != other[index] { return false }
        return true
    }

    /// The domain of an address under it, if that is read as it stands.
    private static func normalForm(of domain: [UInt8]) -> [UInt8] {
        guard let text = String(validating: domain, as: UTF8.self),
            let cell = try? AddressCell(parsing: "a@" + text), cell.others.isEmpty, cell.repairs.isEmpty,
            cell.first.localPart == "a"
        else { return [] }
        return Array(cell.first.domain.utf8)
    }
}

extension Array<UInt8> {
    /// An array with the bytes of a span.
    fileprivate init(copying span: Span<UInt8>) {
        self.init(capacity: span.count) { output in
            for index in span.indices { output.append(span[index]) }
        }
    }
}

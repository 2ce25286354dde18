/// Where an address is cut to get the forms by which it may stand on the do-not-mail list, as ``EmailAddress`` does it on
/// text.
struct LooseForms {
    static let gmail = Array("gmail.com".utf8)
    static let googlemail = Array("googlemail.com".utf8)
    private static let international = Array("xn--".utf8)

    /// Where the `@` is, and where the name ends without its tag.
    private let at: Int
    private let nameEnd: Int
    /// Whether the provider passes over dots.
    let isDotless: Bool
    /// Whether the name has a tag.
    var hasTag: Bool { nameEnd < at }
    /// Whether the domain has letters beyond ASCII.
    let isInternational: Bool

    /// Cuts an address; nil for what is none, or is too long to be one.
    init?(_ normalized: Span<UInt8>) {
        guard normalized.count <= 254 else { return nil }
        var place = 0
        var plus = -1
        while place < normalized.count, normalized[place] != UInt8(ascii: "@") {
            if plus < 0, normalized[place] == UInt8(ascii: "+") { plus = place }
            place += 1
        }
        guard place < normalized.count else { return nil }
        at = place
        // A name that is nothing but a tag stays whole, for it is no tag of anybody.
        nameEnd = plus > 0 ? plus : place
        let domain = normalized.extracting(droppingFirst: place + 1)
        isDotless = Self.equal(domain, Self.gmail) || Self.equal(domain, Self.googlemail)
        isInternational = Self.contains(domain, Self.international)
    }

    private static func equal(_ span: Span<UInt8>, _ bytes: [UInt8]) -> Bool {
        guard span.count == bytes.count else { return false }
        for place in bytes.indices where span[place] != bytes[place] { return false }
        return true
    }

    private static func contains(_ span: Span<UInt8>, _ bytes: [UInt8]) -> Bool {
        guard span.count >= bytes.count else { return false }
        for start in 0...(span.count - bytes.count) where span[start] == bytes[0] {
            if equal(span.extracting(start..<(start + bytes.count)), bytes) { return true }
        }
        return false
    }

    /// Appends the address without its tag.
    func appendUntagged(_ normalized: Span<UInt8>, to message: inout TagMessage) {
        message.append(normalized.extracting(0..<nameEnd))
        message.append(normalized.extracting(at..<normalized.count))
    }

    /// Appends the mailbox without tag and dots, at one of the names of its provider.
    func appendMailbox(_ normalized: Span<UInt8>, to message: inout TagMessage, domain: [UInt8]) {
        for place in 0..<nameEnd where normalized[place] != UInt8(ascii: ".") {
            message.append(normalized[place])
        }
        message.append(UInt8(ascii: "@"))
        message.append(domain.span)
    }
}

/// What a tag of the do-not-mail list is made of, put together in memory that is used again.
struct TagMessage {
    private(set) var bytes: [UInt8] = []

    private static let label = Array("suppress/v1".utf8) + [0]
    private static let labels: [SuppressionTag.Match: [UInt8]] = Dictionary(
        uniqueKeysWithValues: SuppressionTag.Match.allCases.map {
            ($0, label + Array($0.rawValue.utf8) + [0])
        })

    init() { bytes.reserveCapacity(320) }

    /// Begins the message of a tag.
    mutating func begin(_ match: SuppressionTag.Match) {
        clear()
        bytes.append(contentsOf: Self.labels[match] ?? [])
    }

    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(_ more: Span<UInt8>) {
        for place in 0..<more.count { bytes.append(more[place]) }
    }
}
